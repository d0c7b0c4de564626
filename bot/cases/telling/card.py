"""The card in the coordinators' channel, and the log in its thread.

A case that is kept from somebody of the team has its card in the own chats of those who may take it instead, each with
its own log: whoever it is kept from may read the channel.

Nothing here is handed the student's name, employer or words: only the case's own columns and colleagues' names.
"""

from collections.abc import Iterator

from bot.cases.case_file import CaseFile
from bot.cases.rules.alternates import alternates
from bot.cases.rules.life_cycle import RESOLVED, UNTAKEN, WAITING
from bot.cases.telling.asked import asked_of, has_climbed
from bot.cases.telling.texts import plain, severity_word, source_word, span, team_day_and_time, team_time, worded
from bot.cases.verbs import HAND_OVER, OPEN, REOPEN, REPLY, RESOLVE, TAKE, button_data
from bot.facts.desk import Address, address_of, desk
from bot.words.language import say
from bot.words.outgoing import Button, Card, Message, pack
from flows.severity import Severity
from storage.outbox import Priority
from storage.posting import post_to_chat

_UNTAKEN_VERBS = (OPEN, TAKE, HAND_OVER)
_TAKEN_VERBS = (OPEN, REPLY, HAND_OVER, RESOLVE)
_RESOLVED_VERBS = (OPEN, REOPEN)


def card_key(case_id: int, person_id: str = "") -> str:
    """The name of a case's card, in the channel or in somebody's own chat.

    A later row of this name edits it, the log is posted under it.
    """
    return f"card:{case_id}:{person_id}" if person_id else f"card:{case_id}"


def priority_of(file: CaseFile) -> int:
    """How much of a hurry notices about this case are in."""
    return Priority.EMERGENCY if file.case.severity >= Severity.EMERGENCY else Priority.CASE


def post_card(file: CaseFile, *, first: bool = False) -> None:
    """Post the card, or bring the one that stands up to date."""
    for where, key in _places(file):
        _post(file, where, key, card_of(file, first=first))


def close_in_channel(file: CaseFile) -> None:
    """Leave one line of the card that stands in the channel: from now on others handle this case."""
    text = plain("card.with_others", file.context.team_language, number=file.case.number)
    _post(file, desk(file.context.settings), card_key(file.id), Card(text, (), text))


def log(file: CaseFile, *keys: str, **values: object) -> None:
    """Add to the log under the card, without any word of the student."""
    person = file.context.person
    known = {"number": file.case.number} | values
    text = " ".join(say(worded(key, person), file.context.team_language, known) for key in keys)
    for where, key in _places(file):
        # No case_id: a line of the log that cannot be delivered is no alarm, the card says the same.
        post_to_chat(file.uow, where.lane, where.chat, pack(Message(text)), priority=priority_of(file), thread_key=key)


def _post(file: CaseFile, where: Address, key: str, card: Card) -> None:
    post_to_chat(
        file.uow, where.lane, where.chat, pack(card), priority=priority_of(file), key=key, case_id=file.case.id
    )


def _places(file: CaseFile) -> Iterator[tuple[Address, str]]:
    """Where its card stands and under which name."""
    context, kept = file.context, file.kept_from_team()
    if not kept:
        yield desk(context.settings), card_key(file.id)
        return
    has_it = file.assignee()
    readers = alternates(context, file.case, file.parties())
    if has_it and has_it.id not in file.parties() and has_it.id not in {person.id for person in readers}:
        readers.append(has_it)
    for person in readers:
        if where := address_of(person, context.settings):
            yield where, card_key(file.id, person.id)


def verbs_of(state: str) -> tuple[str, ...]:
    """The buttons that a case in this state has."""
    if state in UNTAKEN:
        return _UNTAKEN_VERBS
    return _RESOLVED_VERBS if state == RESOLVED else _TAKEN_VERBS


def card_of(file: CaseFile, *, first: bool = False) -> Card:
    """The card as the case is now; `first` adds how long there is, which would be wrong soon in a card that stays."""
    language, case, person = file.context.team_language, file.case, file.context.person
    word = severity_word(case, language)
    buttons = tuple(
        Button(
            plain(worded(f"act.{verb}", person), language),
            button_data(verb, file.id),
            "primary" if verb == TAKE else "",
        )
        for verb in verbs_of(case.state)
    )
    return Card(
        title=_title(file, word.upper(), first),
        fields=_fields(file),
        fallback=plain("card.fallback", language, severity=word.upper(), number=case.number),
        buttons=buttons,
        urgent=case.severity >= Severity.URGENT and case.state in UNTAKEN,
    )


def _title(file: CaseFile, severity: str, first: bool) -> str:
    case, language = file.case, file.context.team_language
    parts = [plain("card.title", language, severity=severity, number=case.number)]
    if _calls_now(file):
        parts.append(plain("card.call_now", language))
    if has_climbed(case) and file.uow.now <= case.deadline_at:
        parts.append(plain("card.late", language))
    if case.state not in (WAITING, RESOLVED):
        parts.append(due(file, language, left=first))
    return " · ".join(parts)


def due(file: CaseFile, language: str, *, left: bool = False) -> str:
    """By when to respond, in the programme's zone, or since when it has been overdue: a card stays as it was posted."""
    now, deadline, zone = file.uow.now, file.case.deadline_at, file.context.settings.programme.zone
    if now > deadline:
        return plain("card.overdue", language, since=team_day_and_time(deadline, zone, language))
    value = team_time(deadline, now, zone, language)
    if left:
        value = plain("card.respond_value", language, deadline=value, left=span(deadline - now))
    return plain("card.due", language, deadline=value)


def _fields(file: CaseFile) -> tuple[tuple[str, str], ...]:
    case, language = file.case, file.context.team_language
    values = {
        "type": plain(f"card_topic.{case.topic}", language),
        "source": source_word(case.source, language),
        "language": case.language,
        "assigned": _assigned(file, language),
        "student": plain(worded("card.student_hidden", file.context.person), language),
        "state": plain(f"card_state.{case.state}", language),
    }
    if asked := asked_of(file):
        values["asked"] = ", ".join(person.name for person in asked)
    if case.undelivered_at is not None:
        since = team_time(case.undelivered_at, file.uow.now, file.context.settings.programme.zone, language)
        values["delivery"] = plain("card.not_delivered", language, since=since)
    if case.outcome:
        values["outcome"] = plain(f"outcome.{case.outcome}", language)
    if _calls_now(file):
        alarm = file.alarm_at()
        zone = file.context.settings.programme.zone
        values["alarm_since"] = plain(
            "card.since_value", language,
            when=team_time(alarm, file.uow.now, zone, language), since=span(file.uow.now - alarm),
        )  # fmt: skip
    return tuple((plain(f"card.{name}", language), value) for name, value in values.items())


def _assigned(file: CaseFile, language: str) -> str:
    case = file.case
    assignee = file.assignee()
    if assignee is None:
        return plain("card.nobody", language)
    return plain("card.not_taken_yet", language, person=assignee.name) if case.state in UNTAKEN else assignee.name


def _calls_now(file: CaseFile) -> bool:
    return file.case.severity >= Severity.EMERGENCY and file.case.state in UNTAKEN

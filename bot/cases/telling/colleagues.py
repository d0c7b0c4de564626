"""Messages to colleagues in their own chats, and the second channel: the number of a case and never more about her.

Whoever is on leave is not written to: her stand-in is. Nothing goes to somebody the case is kept from.
"""

from bot.cases.case_file import PROGRAM, CaseFile
from bot.cases.rules.life_cycle import UNTAKEN
from bot.cases.rules.permissions import STAFF, Access, may_read, may_take
from bot.cases.rules.rota import place_in, rota
from bot.cases.telling.card import log, priority_of
from bot.cases.telling.texts import language_of, plain, severity_word, team_time, worded
from bot.cases.verbs import OPEN, TAKE, button_data
from bot.config import Settings
from bot.facts.desk import Address, address_of
from bot.facts.placeholders import call_minutes
from bot.words.language import say
from bot.words.outgoing import Button, Message, pack
from storage.anonymous import ANONYMOUS
from storage.people import Person, accounts_of, find_people
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork

MAIL, TELEGRAM = "mail", "telegram"
_ORDERS = frozenset({"page.emergency", "page.emergency_again", "page.urgent"})
"""What tells to take a case: whoever may not reads in their place that others do."""


def second_channel(settings: Settings) -> Address | None:
    """Where emergencies are told besides Slack, or None where the programme has no such place."""
    lane, _, chat = (settings.safeguarding.second_channel or "").partition(":")
    return Address(lane, chat) if chat else None


def ways_to(uow: UnitOfWork, settings: Settings, staff: Person) -> list[Address]:
    """Every way to a colleague: her own chat first, then the Telegram account she has linked, then mail."""
    chat = address_of(staff, settings)
    ways = [chat] if chat else []
    if settings.telegram:
        accounts = [each for each in accounts_of(uow.db, staff.id) if each.platform == TELEGRAM]
        ways += [Address(TELEGRAM, each.chat) for each in accounts if each.unreachable_at is None]
    if settings.mail and staff.email:
        ways.append(Address(MAIL, staff.email))
    return ways


def tell(
    file: CaseFile, staff: Person, key: str, *, verbs: tuple[str, ...] | None = None, everywhere: bool = False,
    **values: object,
) -> bool:  # fmt: skip
    """Write to a colleague, with the case's buttons or with `verbs`; False when the roster names no way to reach her.

    Who may neither read nor take it is told for information only. `everywhere`: on all ways to her at once, else on
    the first.
    """
    kept = file.parties()
    staff = file.context.on_duty(kept).in_place_of(staff)
    ways = ways_to(file.uow, file.context.settings, staff)
    if not ways or staff.role not in STAFF or staff.id in kept:
        return False
    language = language_of(staff, file.context)
    key = "page.for_information" if key in _ORDERS and not may_act(file, staff) else key
    text = say(worded(key, file.context.person), language, _about(file, language) | values)
    for where in ways if everywhere else ways[:1]:
        own = where == address_of(staff, file.context.settings)
        row = _buttons(file, staff, verbs) if own else ()
        _post(file, where, Message(text, (row,) if row else (), subject=_subject(file, language)))
    return True


def _post(file: CaseFile, where: Address, message: Message) -> None:
    post_to_chat(
        file.uow, where.lane, where.chat, pack(message), priority=priority_of(file), case_id=file.case.id
    )  # fmt: skip


def _subject(file: CaseFile, language: str) -> str:
    return plain(
        "card.fallback", language, severity=severity_word(file.case, language).upper(), number=file.case.number
    )


def _buttons(file: CaseFile, staff: Person, verbs: tuple[str, ...] | None) -> tuple[Button, ...]:
    language = language_of(staff, file.context)
    shown = _verbs(file, staff) if verbs is None else verbs
    return tuple(Button(say(f"act.{verb}", language), button_data(verb, file.id)) for verb in shown)


def may_act(file: CaseFile, staff: Person) -> bool:
    """Whether she may do anything in it as it is now."""
    return bool(_verbs(file, staff))


def _verbs(file: CaseFile, staff: Person) -> tuple[str, ...]:
    """What she may do from her own chat: no button that would only refuse her."""
    untaken = file.case.state in UNTAKEN and may_take(staff, file.context, file.case)
    readable = may_read(staff, file.context, file.case) is not Access.NEVER
    return (*([OPEN] if readable or untaken else []), *([TAKE] if untaken else []))


def due_for(file: CaseFile, staff: Person) -> str:
    """By when it is to be taken, or to be acted on, in the team's zone and her language."""
    zone = file.context.settings.programme.zone
    return team_time(file.case.deadline_at, file.uow.now, zone, language_of(staff, file.context))


def responsible(file: CaseFile) -> dict[str, Person]:
    """Her own coordinator and safeguarding, by roster id: who is told of urgent cases.

    Of a report without a name nobody knows whose coordinator she has: whoever reads it first is told.
    """
    duty = file.context.on_duty(file.parties())
    if file.context.person.role == ANONYMOUS:
        people = duty.guardians
    else:
        people = [*([duty.coordinator] if duty.coordinator else []), *duty.safeguarding]
    return {person.id: person for person in people if person.id != file.context.person.id}


def callable_for(file: CaseFile) -> list[Person]:
    """Those on the rota who can be reached, in the order in which they are called."""
    people = rota(file.context, file.parties())
    return [person for person in people if ways_to(file.uow, file.context.settings, person)]


def call(file: CaseFile, key: str, *, since: str = "") -> set[str]:
    """Call whose turn it is, whoever it was handed to, and the second channel; on every way there is.

    Gives the roster ids of those who were called: nobody, where the roster names no way to reach them.
    """
    order, assignee = callable_for(file), file.assignee()
    whose_turn = [order[place_in(order, file.case.paged)]] if order else []
    duty = file.context.on_duty(file.parties())
    chosen = {person.id: person for person in (*whose_turn, *([duty.in_place_of(assignee)] if assignee else []))}
    called = {id_: person for id_, person in chosen.items() if tell(file, person, key, everywhere=True, since=since)}
    for person in called.values():
        file.note(PROGRAM, "paged", person.id)
        log(file, "log.paged", person=person.name)
    post_to_second_channel(file, key, since=since)
    return set(called)


def post_to_second_channel(file: CaseFile, key: str, **values: object) -> None:
    """Tell the second channel, where there is one that nobody reads from whom the case is kept."""
    where = second_channel(file.context.settings)
    if where and where not in _closed_to(file):
        language = file.context.team_language
        text = say(key, language, _about(file, language) | values)
        _post(file, where, Message(text, subject=_subject(file, language)))


def _closed_to(file: CaseFile) -> list[Address]:
    """The chats of those the case is kept from."""
    kept = find_people(file.uow.db, set(file.parties()))
    return [way for person in kept.values() for way in ways_to(file.uow, file.context.settings, person)]


def _about(file: CaseFile, language: str) -> dict[str, object]:
    """All that such a message may say of a case."""
    return {
        "number": file.case.number, "severity": severity_word(file.case, language),
        "call_minutes": call_minutes(file.context.settings),
    }  # fmt: skip

"""The student's side of her cases: writing back, saying that one is not solved, leaving."""

from bot.cases.case_file import CaseFile
from bot.cases.forms.resolving import reopen_for_her
from bot.cases.hearing import Concern, add_words, hear
from bot.cases.status import urgent_status
from bot.cases.telling.holding import held_case, keep
from bot.facts.context import Context
from bot.intake.talk import answering, hearing, leading, opening
from bot.intake.talk.by_mail import write_instead
from bot.intake.talk.news import tell_coordinator, tell_in_place
from bot.intake.talk.session import Session
from bot.intake.triage import Triage
from bot.words.buttons import menu_data
from bot.words.language import say
from bot.words.outgoing import Button, Message
from flows.severity import Severity
from storage import cases, conversations, people
from storage.cases import Case
from storage.outbox import Priority
from storage.parties import parties_of


def gravest(session: Session) -> Case | None:
    """Her gravest unresolved case."""
    mine = cases.unresolved_of(session.context.uow.db, session.context.person.id)
    return max(mine, key=lambda case: (case.severity, case.id or 0), default=None)


def waits_for_her(session: Session) -> Case | None:
    """The case her next words belong to: she pressed "Write back" there, or a person waits for her answer."""
    mine = cases.unresolved_of(session.context.uow.db, session.context.person.id)
    waiting = [case for case in mine if case.invited_at is not None or case.state == "waiting"]
    return max(waiting, key=lambda case: (case.invited_at is not None, case.invited_at or case.opened_at), default=None)


def asked_for_a_person(session: Session, words: str) -> None:
    """She asked for a person and said at once what it is about: the words wait for that person."""
    line = ("words", words, "asked-for-a-person")
    hear(session.context, Concern("practical", Severity.ATTENTION, False, "human", (line,)))


def land(session: Session, text: str, triage: Triage) -> bool:
    """Put her words in the case that waits for them; what triage finds in them is heard as well.

    What only safeguarding may read does not land in a case that others read: it gets a case of its own.
    """
    case = waits_for_her(session)
    if case is None:
        return False
    if put_in(session, case, text, triage):
        if (held := held_case(session.context)) is not None and held.id == case.id:
            keep(session.context, held)
        assignee = people.find_person(session.context.uow.db, case.assignee_id)
        name = assignee.name if assignee else session.notice("someone.coordinator")
        session.post(session.notice("case.reply_sent", person=name))
        opening.go_back(session)
    return True


def put_in(session: Session, case: Case, text: str, triage: Triage) -> bool:
    """Put her words in a case, and answer at once what is urgent in them.

    False when they are not there, because others read it, or when help comes first.
    """
    assert case.id is not None, "a case that was read has an id"
    cases.change_case(session.context.uow.db, case.id, invited_at=None)
    if hearing.belongs_elsewhere(triage, case):
        # Whom she names there may not learn here that she wrote.
        elsewhere = say("line.elsewhere", session.context.team_language)
        add_words(session.context, case, "answer", elsewhere, "message", said=text, concerning=True)
        answering.heard_outside(session, triage, text, "message")
        return False
    concerning = triage.severity >= Severity.ATTENTION
    add_words(session.context, case, "words", text, "message", concerning=concerning)
    emergency = triage.severity is Severity.EMERGENCY
    if triage.severity > case.severity or emergency:
        hear(session.context, Concern(case.topic, triage.severity, case.restricted, "message", ()))
    if emergency:
        leading.bring_help(session, triage)
    elif triage.severity is Severity.URGENT:
        hearing.support(session, triage)
    return not emergency


def keep_listening(session: Session, text: str) -> bool:
    """She goes on writing after a call for help: it lands in that case, and she hears that we are still here."""
    case = gravest(session)
    if case is None or case.severity < Severity.EMERGENCY or case.state == "waiting":
        return False
    add_words(session.context, case, "words", text, "message")
    listening(session, case)
    return True


def listening(session: Session, case: Case) -> None:
    """Say that we are still here, or the truthful status of the alarm: never the same words twice in a row."""
    said = len(cases.lines_of(session.context.uow.db, [case.id or 0]))
    text = urgent_status(session.context) if said % 2 else session.notice("urgent.still_here")
    urgent = Button(session.notice("menu.urgent"), menu_data("urgent"), "danger")
    menu = Button(session.notice("command.menu"), menu_data("menu"))
    session.post(Message(text, ((urgent, menu),)), priority=Priority.EMERGENCY)


def invite_reply(session: Session, case_id: int) -> None:
    """She pressed "Write back" or "It is not solved": what she writes next goes to that case; a closed one opens."""
    context = session.context
    case = cases.find_case(context.uow.db, case_id)
    if case is None or case.person_id != context.person.id:
        session.toast = session.notice("question.closed_toast")
        session.show_menu = True
        return
    reopen_for_her(CaseFile(context, case), "log.not_solved")
    rows = conversations.unfinished_of(context.uow.db, context.person.id)
    opening.rest([row for row in rows if row.status == "open"], session, until=0)
    cases.change_case(context.uow.db, case_id, invited_at=context.now)
    assignee = people.find_person(context.uow.db, case.assignee_id)
    name = assignee.name if assignee else session.notice("someone.coordinator")
    session.post(session.notice("case.reply_prompt", person=name, number=case.number))


def not_screened(session: Session) -> Message:
    """What she is told when the language she wrote in could not be screened."""
    safeguarding = session.context.safeguarding
    reader = safeguarding[0].name if safeguarding else session.notice("someone.safeguarding")
    urgent = Button(session.notice("menu.urgent"), menu_data("urgent"), "danger")
    return Message(session.notice("support.not_screened", reader=reader), ((urgent,),))


def lost(session: Session, platform: str, chat: str) -> None:
    """A chat of hers takes no more messages: her coordinator is told; with a restricted case open it is urgent."""
    context = session.context
    if people.mark_unreachable(context.uow.db, platform, chat, context.now) is None:
        return
    write_instead(context, platform)
    restricted = [case for case in cases.unresolved_of(context.uow.db, context.person.id) if case.restricted]
    if restricted:
        line = say("line.unreachable", context.team_language, platform=platform.capitalize())
        worst = max(restricted, key=lambda case: case.severity)
        lines = (("flag", line, "unreachable"),)
        hear(context, Concern(worst.topic, Severity.URGENT, True, "message", lines, hers=False))
    else:
        _tell_of_open_cases(context, platform.capitalize())


def _tell_of_open_cases(context: Context, platform: str) -> None:
    """Her coordinator hears whether a case is open; of one that is kept from that one, who stands in hears."""
    kept = [parties_of(context.uow.db, case.id or 0) for case in cases.unresolved_of(context.uow.db, context.person.id)]
    own = context.coordinator.id if context.coordinator else ""
    known = any(own not in parties for parties in kept)
    tell_coordinator(context, "news.blocked_open_case" if known else "news.blocked", platform=platform)
    if hidden := frozenset().union(*(parties for parties in kept if own in parties)):
        tell_in_place(context, hidden, "news.blocked_open_case", platform=platform)

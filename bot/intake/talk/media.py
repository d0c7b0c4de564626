"""A picture, a voice message, a file: nobody here can look at it, so it goes to a person or is not kept."""

from bot.cases import attachments
from bot.cases.hearing import Concern, add_words, hear
from bot.engine import turn
from bot.intake.inbound import Inbound
from bot.intake.talk import casework, opening
from bot.intake.talk.keeping import load
from bot.intake.talk.session import Session
from bot.words.buttons import menu_data
from bot.words.language import say
from bot.words.outgoing import Button, Message
from flows.severity import Severity
from flows.steps import Kind
from storage import cases, people
from storage.attachments import Attachment, of_album
from storage.cases import Case
from storage.conversations import Conversation
from storage.inbox import first_time
from storage.outbox import Priority

LOOK, NO_LOOK = "look:", "nolook:"
"""What the data of the two answers to an offer begin with; the first file's row id follows."""
_NOTICES = {
    "photo": "photo", "voice": "voice", "audio": "voice", "video": "video", "sticker": "sticker",
    "location": "location", "document": "file",
}  # fmt: skip


def take(session: Session, event: Inbound, row: Conversation | None, landing: Case | None) -> None:
    """What came with or without words, which have been heard by now.

    `row` is the talk that was open when it came, `landing` the case that `case_for` gave before the words were heard.
    """
    if event.album and not _first_of_album(session, event):
        return
    case = landing or case_for(session, row) or _just_heard(session, event)
    if case is not None or (row is not None and row.flow == "urgent"):
        _lands(session, event, row, case)
    elif event.files and row is not None and _answers(session, event, row):
        return
    elif event.files and row is None:
        _offer(session, event)
    else:
        session.post(session.notice(f"media.{_NOTICES.get(event.media, 'other')}"))
        if row is not None and not event.text.strip():
            opening.resume(session, row)


def case_for(session: Session, row: Conversation | None) -> Case | None:
    """The case that what she sends belongs to without asking: where a person waits for her, or help was called."""
    mine = cases.unresolved_of(session.context.uow.db, session.context.person.id)
    calling = row is not None and row.flow == "urgent"
    gravest = casework.gravest(session)
    if calling or (gravest is not None and gravest.severity >= Severity.EMERGENCY):
        return gravest
    if waiting := casework.waits_for_her(session):
        return waiting
    return next((case for case in mine if case.state == "taken"), None) if row is None else None


def restricted_case(session: Session) -> Case | None:
    """Her newest open case that only safeguarding reads."""
    mine = cases.unresolved_of(session.context.uow.db, session.context.person.id)
    return next((case for case in mine if case.restricted), None)


def put_in(session: Session, case: Case, event: Inbound) -> None:
    """Note it in a case, with its files; whoever has the case is told."""
    language = session.context.team_language
    kind = event.files[0].kind if event.files else ""
    line = say("line.file", language, kind_word=attachments.kind_word(kind, language)) if kind else say(
        "line.media", language
    )  # fmt: skip
    add_words(session.context, case, "words", line, "message")
    attachments.attach(session.context, case, event.platform, event.files, event.album)


def look(session: Session, attachment_id: str) -> None:
    """She wants a person to look at what she was asked about."""
    waiting = _offered(session, attachment_id)
    if not waiting:
        return
    restricted = [case for case in cases.unresolved_of(session.context.uow.db, session.context.person.id)
                  if case.restricted]  # fmt: skip
    case = max(restricted, key=lambda each: (each.severity, each.id or 0), default=None)
    language = session.context.team_language
    line = say("line.file", language, kind_word=attachments.kind_word(waiting[0].kind, language))
    if case is None:
        case = hear(session.context, _unread(line, "message"))
    else:
        add_words(session.context, case, "words", line, "message")
    attachments.take_up(session.context, case, waiting)
    session.post(session.notice("media.accepted", number=case.number))


def do_not_look(session: Session, attachment_id: str) -> None:
    """She does not want it kept."""
    if waiting := _offered(session, attachment_id):
        attachments.turn_down(session.context, waiting)
        session.post(session.notice("media.not_kept"))


def _offered(session: Session, attachment_id: str) -> list[Attachment]:
    found = attachments.offered(session.context, int(attachment_id)) if attachment_id.isdecimal() else []
    if not found:
        session.toast = session.notice("question.twice_toast")
    return found


def _lands(session: Session, event: Inbound, row: Conversation | None, case: Case | None) -> None:
    calling = row is not None and row.flow == "urgent"
    if case is None:
        # In a call for help nobody knows yet how grave it is: it is told at once, not by a card alone.
        line = say("line.media", session.context.team_language)
        case = hear(session.context, Concern("safety", Severity.URGENT, True, "urgent", (("words", line, ""),)))
        attachments.attach(session.context, case, event.platform, event.files, event.album)
    else:
        put_in(session, case, event)
    if event.text.strip():
        return  # what she wrote beside it has been answered
    if calling or case.severity >= Severity.EMERGENCY:
        session.post(session.notice("media.urgent"), priority=Priority.EMERGENCY)
        return
    if row is None:
        # What she writes next, about what she sent, belongs there too.
        cases.change_case(session.context.uow.db, case.id or 0, invited_at=session.context.now)
    assignee = people.find_person(session.context.uow.db, case.assignee_id) if case.assignee_id else None
    session.post(
        session.notice("case.reply_sent", person=assignee.name if assignee else session.notice("someone.coordinator"))
    )


def _answers(session: Session, event: Inbound, row: Conversation) -> bool:
    """It answers a question that asked for words: a person reads it, since nobody here can. False: no such question."""
    talk = load(session.context.uow, session.scripts, row)
    question = talk.script.flow.question(talk.progress.step)
    if question is None or question.kind is not Kind.TEXT or talk.flow == "onboarding":
        return False
    language, kind = session.context.team_language, event.files[0].kind
    line = say("line.file", language, kind_word=attachments.kind_word(kind, language))
    case = hear(session.context, _unread(line, talk.flow))
    attachments.attach(session.context, case, event.platform, event.files, event.album)
    session.post(session.notice("media.person_looks", number=case.number))
    if event.text.strip():
        return True  # what she wrote beside it has answered the question
    talk.note_case(case.id)
    talk.told = question.id
    answer = f"[{attachments.kind_word(kind, session.language)}]"
    given = turn.Answer(session.context.uow.seal(session.context.person, answer))
    opening.carry_on(session, talk, turn.take_turn(talk.script, talk.progress, given, talk.facts))
    return True


def _unread(line: str, source: str) -> Concern:
    """What nobody could screen: until a person has looked, as few as possible may."""
    return Concern("wellbeing", Severity.ATTENTION, True, source, (("words", line, "not-screened"),))


def _offer(session: Session, event: Inbound) -> None:
    first = attachments.offer(session.context, event.platform, event.files, event.album)
    buttons = (
        Button(session.notice("media.offer_yes"), menu_data(f"{LOOK}{first}")),
        Button(session.notice("media.offer_no"), menu_data(f"{NO_LOOK}{first}")),
    )
    session.post(Message(session.notice("media.offer"), (buttons,)))


def with_its_album(session: Session, event: Inbound) -> bool:
    """The rest of an album goes where its first picture went, without another word; False: this is the first."""
    context = session.context
    if not (event.album and event.files):
        return False
    first = of_album(context.uow.db, context.person.id, event.platform, event.album)
    if first is None:
        return False
    case = cases.find_case(context.uow.db, first.case_id) if first.case_id else None
    if case is None:
        attachments.offer(context, event.platform, event.files, event.album)
    else:
        attachments.attach(context, case, event.platform, event.files, event.album)
    return True


def _first_of_album(session: Session, event: Inbound) -> bool:
    return first_time(session.context.uow.db, event.platform, f"album:{event.album}", session.context.now)


def _just_heard(session: Session, event: Inbound) -> Case | None:
    """The case that the words beside it have just opened or added to."""
    if not (event.text.strip() and event.files):
        return None
    mine = cases.unresolved_of(session.context.uow.db, session.context.person.id)
    lines = cases.lines_of(session.context.uow.db, [case.id for case in mine if case.id is not None])
    new = {line.case_id for line in lines if line.at == session.context.now}
    return next((case for case in mine if case.id in new), None)

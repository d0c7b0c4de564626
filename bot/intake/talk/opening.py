"""Opening a conversation, interrupting one for another, and coming back to it."""

from datetime import timedelta

from bot.engine import turn
from bot.facts.known import Knowledge
from bot.intake.talk import consequences, effects, speaking
from bot.intake.talk.keeping import Talk, begin_row, load, save
from bot.intake.talk.session import Session
from bot.words.buttons import menu_data
from bot.words.language import translate
from bot.words.outgoing import Button, Message
from flows.severity import Severity
from storage import conversations
from storage.cases import end_invitations
from storage.conversations import Conversation

CONTINUE = "continue:"
"""What the data of a button begin with that goes on with a conversation; its row id follows."""
CRISIS_CARD_REST = timedelta(minutes=10)


def open_talk(session: Session, flow: str, *, heard: Severity = Severity.NONE) -> None:
    """Open a conversation, or go on with it where she left it. Whatever was open waits."""
    uow, person = session.context.uow, session.context.person
    end_invitations(uow.db, person.id)
    rows = conversations.unfinished_of(uow.db, person.id)
    mine = next((row for row in rows if row.flow == flow and row.step), None)
    if mine is not None:
        resume(session, mine, heard=heard)
        return
    rest([row for row in rows if row.status == "open"], session)
    lately = flow == "urgent" and _crisis_card_lately(session)
    script = session.scripts.today(flow)
    facts = Knowledge(session.context, session.scripts.ids, crisis_card_lately=lately).facts_for(script.flow)
    row = begin_row(uow, person.id, script, session.language)
    talk = Talk(row, script, turn.Progress(heard=heard), facts)
    carry_on(session, talk, turn.begin(script, facts, heard))


def carry_on(session: Session, talk: Talk, happened: turn.Turn) -> None:
    """Write a turn down; when it was the last, act on the whole conversation and go on with what comes next."""
    effects.enact(session, talk, happened)
    if not talk.progress.ended:
        return
    consequences.act_on_end(session, talk)
    named = [effect.conversation for effect in happened[1] if isinstance(effect, turn.Opened)]
    wanted = [flow for flow in named if flow in session.scripts.ids]
    for flow in reversed(wanted[1:]):
        script = session.scripts.today(flow)
        begin_row(session.context.uow, session.context.person.id, script, session.language, status="waiting")
    if wanted:
        open_talk(session, wanted[0])
    elif session.context.person.forgotten_at is None:
        offer_waiting(session)


def offer_waiting(session: Session) -> None:
    """Offer to go on with the conversation that has waited for the shortest time."""
    waiting = conversations.unfinished_of(session.context.uow.db, session.context.person.id)
    if waiting:
        text = session.notice("talk.waiting", title=title_of(session, waiting[0]))
        session.post(Message(text, ((continue_button(session, waiting[0]),),)))


def continue_button(session: Session, row: Conversation, *, titled: bool = False) -> Button:
    """A button that goes on with this conversation."""
    label = (
        session.notice("menu.continue", title=title_of(session, row)) if titled else session.notice("control.continue")
    )
    return Button(label, menu_data(f"{CONTINUE}{row.id}"), "primary")


def resume(session: Session, row: Conversation, *, heard: Severity = Severity.NONE, lead: str = "") -> None:
    """Go on with a conversation: its question is asked again."""
    uow = session.context.uow
    end_invitations(uow.db, session.context.person.id)
    others = conversations.unfinished_of(uow.db, session.context.person.id)
    rest([other for other in others if other.status == "open" and other.id != row.id], session)
    talk = load(uow, session.scripts, row)
    if not talk.begun:
        talk.facts = Knowledge(session.context, session.scripts.ids).facts_for(talk.script.flow)
        carry_on(session, talk, turn.begin(talk.script, talk.facts, heard))
        return
    talk.hear(heard)
    speaking.post_question(session, talk, turn.ask_again(talk.script, talk.progress, talk.facts), lead=lead)
    save(uow, talk)


def resume_waiting(session: Session, conversation: int | None = None) -> bool:
    """Go on with one of her unfinished conversations, the newest if none is named; False when there is none."""
    rows = conversations.unfinished_of(session.context.uow.db, session.context.person.id)
    row = next((row for row in rows if conversation in (None, row.id)), None)
    if row is None:
        return False
    resume(session, row, lead=session.notice("talk.resumed", title=title_of(session, row)))
    return True


def rest(rows: list[Conversation], session: Session) -> None:
    """Let conversations wait; their answers are kept."""
    for row in rows:
        assert row.id is not None, "a conversation that was read has an id"
        conversations.change(session.context.uow.db, row.id, status="waiting")


def title_of(session: Session, row: Conversation) -> str:
    """A conversation's title in her language."""
    script = session.scripts.of_revision(session.context.uow, row.revision)
    return translate(f"flow.{row.flow}", script.flow.title, session.language)


def _crisis_card_lately(session: Session) -> bool:
    last = conversations.latest(session.context.uow.db, session.context.person.id, "urgent")
    return last is not None and session.context.now - last.opened_at < CRISIS_CARD_REST

"""Opening a conversation, interrupting one for another, and coming back to it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.cases.telling.holding import held_case, offered, wanted
from bot.engine import turn
from bot.facts.about import NOTHING, About
from bot.facts.context import Context
from bot.facts.goals import at_hand
from bot.facts.known import Knowledge
from bot.intake.talk import consequences, effects, speaking
from bot.intake.talk.keeping import Talk, begin_row, load, save, save_answers
from bot.intake.talk.session import Session
from bot.words.buttons import continue_data
from bot.words.language import translate
from bot.words.outgoing import Button, Message
from flows.severity import Severity
from flows.steps import Kind
from storage import conversations
from storage.cases import end_invitations
from storage.conversations import Conversation

CRISIS_CARD_REST = timedelta(minutes=10)


def open_talk(
    session: Session, flow: str, *, heard: Severity = Severity.NONE, about: About = NOTHING
) -> int | None:  # fmt: skip
    """Open a conversation, or go on with it where she left it; gives its row id. What was open waits until it is over.

    `about` is the case that it asks after, or the goal or the mentorship that it speaks of.
    """
    uow, person = session.context.uow, session.context.person
    end_invitations(uow.db, person.id)
    rows = conversations.unfinished_of(uow.db, person.id)
    mine = _left(session, [row for row in rows if row.flow == flow and row.step], about)
    lately = flow == "urgent" and _crisis_card_lately(session)
    if mine is not None and flow == "urgent" and not lately:
        # Whoever calls for help again after a while sees the numbers again, before the question.
        conversations.change(uow.db, mine.id or 0, status="stopped", ended_at=session.context.now)
    elif mine is not None:
        resume(session, mine, heard=heard, lead=session.notice("urgent.still_here") if lately else "")
        return mine.id
    if about == NOTHING:
        _need_not_follow(session, [row for row in rows if row.flow == flow])
    script = session.scripts.today(flow)
    known = Knowledge(session.context, session.scripts.ids, crisis_card_lately=lately, about=about)
    facts = known.facts_for(script.flow)
    row = begin_row(uow, person.id, script, session.language)
    rest([other for other in rows if other.status == "open"], session, until=row.id)
    talk = Talk(row, script, turn.Progress(heard=heard), facts, (about.case,) if about.case else ())
    carry_on(session, talk, turn.begin(script, facts, heard))
    return row.id


def carry_on(session: Session, talk: Talk, happened: turn.Turn, *, alone: bool = True) -> None:
    """Write a turn down; when it was the last, act on the whole conversation and go on with what comes next.

    Not `alone`: whoever calls opens something graver, so nothing that waits comes back now.
    """
    effects.enact(session, talk, happened)
    if not talk.progress.ended:
        return
    following = consequences.act_on_end(session, talk)
    named = [effect.conversation for effect in happened[1] if isinstance(effect, turn.Opened) and not effect.after_days]
    wanted = [*following, *((flow, _about_for(session, talk, flow)) for flow in named if flow in session.scripts.ids)]
    if wanted:
        open_in_turn(session, wanted, by_themselves=bool(following))
    elif alone and session.context.person.forgotten_at is None:
        go_back(session, gently=is_grave(talk))


def open_in_turn(session: Session, wanted: Sequence[tuple[str, About]], *, by_themselves: bool = False) -> None:
    """Open the first of these conversations; each of the others is offered when the one before it is over.

    Those that come `by_themselves` are asked then, without a button in between.
    """
    uow, waiting = session.context.uow, []
    for flow, about in reversed(wanted[1:]):
        script = session.scripts.today(flow)
        row = begin_row(uow, session.context.person.id, script, session.language, status="waiting")
        if about.facts:
            save_answers(uow, Talk(row, script, turn.Progress(), about.facts))
        waiting.append(row)
    first, about = wanted[0]
    opened = open_talk(session, first, about=about)
    if by_themselves:
        rest(waiting, session, until=opened)


def go_back(session: Session, *, gently: bool = False) -> None:
    """To the talk that was interrupted, whose question is asked again; else one that she put off is offered."""
    if come_back(session, gently=gently) or held_case(session.context) is not None:
        return
    if row := offered(session.context):
        text = session.notice("talk.waiting", title=title_of(session, row))
        session.post(Message(text, ((continue_button(session, row),),)))


def come_back(session: Session, *, gently: bool = False) -> bool:
    """Ask the question of the talk that was interrupted last once more; False: none was, or a person holds the chat.

    `gently`, after an emergency: the question says that it can wait, and words beside it go to the case.
    """
    row = _interrupted(session.context) if held_case(session.context) is None else None
    if row is None:
        return False
    title = title_of(session, row)
    if not row.step:
        session.post(session.notice("talk.next" if session.is_mentor else "talk.what_helps", title=title))
    lead = session.notice("talk.back_gently" if gently else "talk.back", title=title)
    resume(session, row, lead=lead, gently=gently)
    return True


def follow(session: Session, flow: str, after: Sequence[str]) -> None:
    """Let these begin, one after the other, when the talk of this flow that is open now is over.

    One that she has begun and put off goes on then.
    """
    uow, person = session.context.uow, session.context.person
    rows = {row.flow: row for row in reversed(conversations.unfinished_of(uow.db, person.id))}
    for each in reversed(after):
        mine = rows.get(each) or begin_row(
            uow, person.id, session.scripts.today(each), session.language, status="waiting"
        )
        rest([mine], session, until=rows[flow].id)


def _need_not_follow(session: Session, rows: list[Conversation]) -> None:
    """She opens one of these now: what was to begin after another talk does not begin a second time."""
    for row in rows:
        if not row.step and row.waits_for is not None:
            conversations.change(session.context.uow.db, row.id or 0, status="stopped", ended_at=session.context.now)


def is_grave(talk: Talk) -> bool:
    """It was a call for help in an emergency: what comes after gives room."""
    return talk.flow == "urgent" and talk.progress.heard >= Severity.EMERGENCY


def continue_button(session: Session, row: Conversation, *, titled: bool = False) -> Button:
    """A button that goes on with this conversation."""
    label = (
        session.notice("menu.continue", title=title_of(session, row)) if titled else session.notice("control.continue")
    )
    return Button(label, continue_data(row.id or 0), "primary")


def resume(
    session: Session, row: Conversation, *, heard: Severity = Severity.NONE, lead: str = "", gently: bool = False
) -> None:
    """Go on with a conversation: its question is asked again; what was open waits until it is over."""
    uow = session.context.uow
    end_invitations(uow.db, session.context.person.id)
    others = conversations.unfinished_of(uow.db, session.context.person.id)
    rest([other for other in others if other.status == "open" and other.id != row.id], session, until=row.id)
    talk = load(uow, session.scripts, row)
    if not talk.begun:
        known = Knowledge(session.context, session.scripts.ids, about=About.among(talk.facts))
        talk.facts = known.facts_for(talk.script.flow)
        carry_on(session, talk, turn.begin(talk.script, talk.facts, heard))
        return
    talk.hear(heard)
    talk.gentle = gently
    asked = turn.ask_again(talk.script, talk.progress, talk.facts)
    # Words are no answer to it then: a button says that the next ones are.
    writes = gently and asked.question.kind is Kind.TEXT
    first = ((continue_button(session, row),),) if writes else ()
    speaking.post_question(session, talk, asked, lead=lead, first=first)
    save(uow, talk)


def resume_waiting(session: Session, conversation: int | None = None) -> bool:
    """Go on with one of her unfinished conversations, the newest if none is named; False when there is none."""
    rows = conversations.unfinished_of(session.context.uow.db, session.context.person.id)
    row = next((row for row in rows if conversation in (None, row.id)), None)
    if row is None:
        return False
    resume(session, row, lead=session.notice("talk.resumed", title=title_of(session, row)))
    return True


def rest(rows: list[Conversation], session: Session, *, until: int | None = None) -> None:
    """Let conversations wait; their answers are kept. They come back by themselves when the talk `until` is over.

    0: as soon as nothing else is at hand. None: when she says so.
    """
    for row in rows:
        assert row.id is not None, "a conversation that was read has an id"
        conversations.change(session.context.uow.db, row.id, status="waiting", waits_for=until)


def title_of(session: Session, row: Conversation) -> str:
    """A conversation's title in her language."""
    script = session.scripts.of_revision(session.context.uow, row.revision)
    return translate(f"flow.{script.flow.id}", script.flow.title, session.language)


def _about_for(session: Session, talk: Talk, flow: str) -> About:
    """What a talk spoke of, handed on to the next where that speaks of one of the same kind."""
    match session.scripts.about(flow):
        case "goal":
            return About(goal=at_hand(talk.facts, talk.progress.answers) or 0)
        case "mentorship":
            return About(mentorship=About.among(talk.facts).mentorship)
        case _:
            return NOTHING


def _left(session: Session, rows: list[Conversation], about: About) -> Conversation | None:
    """The talk among these that she left, about the same where it speaks of something."""
    if about == NOTHING:
        return next(iter(rows), None)
    talks = (load(session.context.uow, session.scripts, row) for row in rows)
    return next((talk.row for talk in talks if about.facts.items() <= talk.facts.items()), None)


def _interrupted(context: Context) -> Conversation | None:
    """The talk that waits for one which is over by now; its own time is not over."""
    rows = conversations.unfinished_of(context.uow.db, context.person.id)
    going_on = {row.id for row in rows if row.expires_at is None or row.expires_at > context.now}
    ready = (row for row in rows if row.waits_for is not None and row.waits_for not in going_on)
    return next((row for row in ready if row.status == "waiting" and wanted(context, row)), None)


def _crisis_card_lately(session: Session) -> bool:
    last = conversations.latest(session.context.uow.db, session.context.person.id, "urgent")
    return last is not None and session.context.now - last.opened_at < CRISIS_CARD_REST

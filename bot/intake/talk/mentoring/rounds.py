"""A mentor says whether what is to be asked of her fits now: the questions follow one another, or another day comes."""

from datetime import UTC, date, datetime

from bot.facts.about import About
from bot.facts.mentoring.rounds import read_row
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.session import Session
from flows.mentoring.round import ROUND
from storage.contacts import withdraw_contact
from storage.followups import FollowUp, claim, promised_to, put_off


def finished(session: Session, talk: Talk) -> Following:
    """Ask now, or put everything off; skipped, it stays on the calendar for the week after."""
    answers = talk.progress.answers
    waiting = _waiting(session, talk)
    if answers.get("fits") == "now":
        mine = [each for each in waiting if claim(session.context.uow.db, each) and each.flow in session.scripts.ids]
        return [(each.flow, About.of(session.scripts.about(each.flow), each.about)) for each in mine]
    if isinstance(day := answers.get("on"), str):
        # What she was sent for nothing does not use up her week.
        withdraw_contact(session.context.uow.db, session.context.person.id, ROUND, talk.row.opened_at)
        for promised in waiting:
            put_off(session.context.uow.db, promised, _opening_of(session, date.fromisoformat(day)))
    return ()


def _waiting(session: Session, talk: Talk) -> list[FollowUp]:
    """Those of the round that are still wanted, in its order."""
    rows = talk.facts.get("round_rows")
    promised = {
        (each.flow, each.about): each for each in promised_to(session.context.uow.db, session.context.person.id)
    }
    named = map(read_row, rows) if isinstance(rows, tuple) else ()
    return [promised[each] for each in named if each in promised]


def _opening_of(session: Session, day: date) -> datetime:
    hours = session.context.settings.mentoring
    return datetime.combine(day, hours.opens, session.context.zone).astimezone(UTC)

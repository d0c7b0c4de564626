"""The plan of the next days for a coordinator, by roster id: what `placemate schedule preview` prints, as a message."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.cases.case_file import STILL_OK
from bot.cases.telling.home import mentorships_line
from bot.facts.planning.ahead import Entry
from bot.facts.planning.circumstances import Circumstances
from bot.facts.planning.preview import gather, play
from bot.intake.talk.session import Session
from bot.words.language import Trusted, fill, translate
from bot.words.moments import written
from flows.cadence import CHECKIN
from storage.parties import students_kept_from
from storage.people import count_people

DAYS, MOST_DAYS, MOST_LINES = 7, 60, 40
_OF_A_CASE = frozenset({"rest", "held", "busy"})
"""Reasons that say there is a case."""
_LINE = "{when} · {student_id} · {title}"
MOST_STUDENTS = 2000
"""With more the others would wait for this answer: the command line takes its time beside the program."""


def plan_text(session: Session, asked: str) -> str:
    """The plan as one text; `asked` begins with the number of days, or is empty."""
    context = session.context
    days = min(max(int(asked.split()[0]), 1), MOST_DAYS) if asked else DAYS
    if count_people(context.uow.db).get("student", 0) > MOST_STUDENTS:
        return session.notice("plan.too_many", count=MOST_STUDENTS)
    gathered = gather(context.uow, context.settings, days)
    until = Trusted(written(gathered.until.astimezone(context.settings.programme.zone), session.language, short=True))
    found = _shown(play(gathered), students_kept_from(context.uow.db, context.person.id))
    mentorships = [line] if (line := mentorships_line(context.uow, session.language)) else []
    if not found:
        return "\n".join((session.notice("plan.nothing", when=until), *mentorships))
    lines = [_line(session, entry, known) for entry, known in found[:MOST_LINES]]
    more = len(found) - len(lines)
    rest = [session.notice("plan.more", count=more)] if more else []
    listed = (f"- {line}" for line in (*lines, *rest))
    return "\n".join((session.notice("plan.title", when=until), *listed, *mentorships))


def _shown(found: Sequence[tuple[Entry, Circumstances]], hidden: Collection[str]) -> list[tuple[Entry, Circumstances]]:
    """What the reader may see: of the students in `hidden` a case is kept from her, and nothing here may tell of it."""
    return [
        (replace(entry, why="") if entry.person_id in hidden and entry.why in _OF_A_CASE else entry, known)
        for entry, known in found
        if entry.person_id not in hidden or entry.what != STILL_OK
    ]


def _line(session: Session, entry: Entry, known: Circumstances) -> str:
    values: dict[str, object] = {"student_id": entry.person_id, "title": _title(session, entry)}
    if entry.why:
        values["reason_word"] = Trusted(session.notice(f"plan_why.{entry.why}"))
    if entry.at is None:
        return session.notice("plan.not", **values)
    # A student's own clock: that is the one which must be right.
    when = written(entry.at.astimezone(known.zone), session.language, short=True)
    values["when"] = Trusted(when)
    return session.notice("plan.moved", **values) if entry.why else fill(_LINE, values)


def _title(session: Session, entry: Entry) -> str:
    known: Sequence[str] = session.scripts.ids
    what = entry.what if entry.what in known else CHECKIN
    return translate(f"flow.{what}", session.scripts.today(what).flow.title, session.language)

"""The log of what the team does in a case: each step, who was told, what was agreed, and the day it is looked at again.

Staff read it on the case's page; it is never sent to the student. On the day of the check whoever has the case is told.
"""

from datetime import date, datetime, time

from bot.cases.clock.restart import restart_clock
from bot.cases.forms.visit import Visit
from bot.cases.rules.life_cycle import RESOLVED, TAKEN, UNTAKEN
from bot.cases.rules.permissions import may_work
from bot.cases.telling.card import log, post_card
from bot.cases.verbs import LOG_STEP, STEP
from bot.cases.views import Field, View
from bot.engine.moments import read_date

KINDS = ("talked_student", "talked_other", "met", "told_workplace", "agreed", "other")
"""What was done; the notice `step.<kind>` is each one's label."""
STEP_LINE = "step"
"""The kind of its line in the case."""
_MOST_WORDS = 1000
_CHECK_HOUR = time(9)


def step(visit: Visit) -> View:
    """Ask what was done."""
    return _hindered(visit) or _form(visit)


def log_step(visit: Visit) -> View | None:
    """Write a step down; what was typed is kept in the form where something of it cannot be read."""
    file, kind, typed = visit.file, visit.field("kind"), visit.field("check_on")
    if hindered := _hindered(visit):
        return hindered
    if kind not in KINDS:
        return _form(visit, error=visit.text("refused.no_step"))
    today = file.uow.now.astimezone(file.context.settings.programme.zone).date()
    day = read_date(typed, today) if typed else None
    if typed and (day is None or day <= today):
        return _form(visit, error=visit.text("refused.check_on"))
    file.add_line(STEP_LINE, _told(visit, kind, day), author=visit.staff.id)
    file.note(visit.staff.id, STEP, kind)
    if day is not None:
        file.change(check_at=_moment(visit, day))
    if file.case.state == TAKEN:
        restart_clock(file)
        post_card(file)
    log(file, "log.step", person=visit.staff.name, kind_word=visit.text(f"step.{kind}"))
    return None


def _told(visit: Visit, kind: str, day: date | None) -> str:
    """The step as its line in the case, in the writer's language."""
    parts = [visit.text(f"step.{kind}")]
    parts += [f"{visit.text(f'field.{name}')}: {words}" for name in ("told", "agreed") if (words := visit.field(name))]
    if day is not None:
        parts.append(f"{visit.text('field.check_on')}: {day.isoformat()}")
    return "\n".join(parts)


def _moment(visit: Visit, day: date) -> datetime:
    return datetime.combine(day, _CHECK_HOUR, visit.file.context.settings.programme.zone)


def _hindered(visit: Visit) -> View | None:
    if not may_work(visit.staff, visit.file.context, visit.file.case):
        return visit.not_permitted(STEP)
    return visit.not_now() if visit.file.case.state in (*UNTAKEN, RESOLVED) else None


def _form(visit: Visit, error: str = "") -> View:
    kinds = tuple((kind, visit.text(f"step.{kind}")) for kind in KINDS)
    fields = (
        Field("kind", visit.text("field.step"), "choice", kinds, visit.field("kind")),
        Field("told", visit.text("field.told"), "text", (), visit.field("told"), limit=_MOST_WORDS, optional=True),
        Field(
            "agreed", visit.text("field.agreed"), "text", (), visit.field("agreed"), limit=_MOST_WORDS, optional=True
        ),
        Field("check_on", visit.text("field.check_on"), "text", (), visit.field("check_on"), limit=40, optional=True),
    )
    return visit.page("modal.step", fields=fields, verb=LOG_STEP, submit="act.step", error=error)

"""Showing what an import would do, and asking whether to do it."""

import sys
from pathlib import Path

from rich.console import Console

from bot.cli import DONE, NEEDS_A_PERSON, NOT_DONE
from bot.cli.mistakes import Mistake
from bot.cli.opening import opened
from bot.cli.printing import console, table
from bot.mentoring.adopting import adopt
from bot.programmes.difference import Plan, Step
from bot.programmes.roster import read_roster
from bot.programmes.roster_file import read_table
from bot.programmes.roster_import import bring_in, preview


def bring_in_file(file: Path, config: Path | None, *, yes: bool) -> int:
    """Show what an import would do, ask, and do it; gives the exit code.

    Raises:
        UnreadableRoster: the file is no roster.
        Mistake: it cannot be read, or nobody is there to be asked.
    """
    try:
        roster = read_roster(read_table(file.read_bytes()))
    except OSError as error:
        raise Mistake(f"{file}: cannot be read ({error.strerror})") from None
    with opened(config) as database:
        with database.work() as uow:
            plan = preview(uow, roster)
        show(plan, console())
        if not (plan.is_empty or yes or asked("Import this?")):
            return NOT_DONE
        with database.work() as uow:
            bring_in(uow, database.settings, roster)
            adopt(uow, database.settings)
    return NEEDS_A_PERSON if plan.bad else DONE


def show(plan: Plan, out: Console) -> None:
    """The preview: who is new, what changes, which lines are bad, what was noticed."""
    if plan.new:
        columns = ("id", "name", "role", "e-mail", "placement")
        out.print(table(columns, map(_new, plan.new), title=f"New: {len(plan.new)}"))
    if plan.changed:
        rows = (
            (step.id, change.column, change.old, change.new) for step in plan.changed for change in step.differences
        )
        out.print(table(("id", "column", "now", "then"), rows, title=f"Changed: {len(plan.changed)}"))
    if plan.bad:
        lines = ((str(bad.line), bad.reason) for bad in plan.bad)
        out.print(table(("line", "why"), lines, title=f"Lines that cannot be used: {len(plan.bad)}"))
    for notice in plan.notices:
        out.print(f"note: {notice}")
    out.print(
        f"{len(plan.new)} new, {len(plan.changed)} changed, {plan.unchanged} unchanged, {len(plan.bad)} bad lines; "
        f"{plan.absent} in the database and not in the file are left alone"
    )


def asked(question: str) -> bool:
    """The operator's answer at the terminal.

    Raises:
        Mistake: nobody is there to be asked.
    """
    if not sys.stdin.isatty():
        raise Mistake("nothing was done: nobody is here to ask; add --yes to do it without a question")
    from rich.prompt import Confirm

    return Confirm.ask(question, default=False)


def _new(step: Step) -> tuple[str, ...]:
    person, placement = step.person, step.placement
    days = " to ".join(str(placement[day]) for day in ("starts_on", "ends_on") if placement.get(day))
    where = ", ".join(
        part for part in (str(placement.get("host") or ""), str(placement.get("country") or ""), days) if part
    )
    return step.id, str(person["name"]), str(person["role"]), str(person.get("email") or ""), where

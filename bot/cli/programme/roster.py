"""Showing what an import would do, and asking whether to do it."""

import sys

from rich.console import Console

from bot.cli.mistakes import Mistake
from bot.cli.printing import table
from bot.programmes.difference import Plan, Step


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

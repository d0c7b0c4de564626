"""Showing what a file of profiles changes, and changing it."""

from pathlib import Path

from rich.console import Console

from bot.cli import DONE, NEEDS_A_PERSON
from bot.cli.mistakes import Mistake
from bot.cli.opening import opened
from bot.cli.printing import console, table
from bot.mentoring.profiles.bringing_in import Changes, bring_in, changes
from bot.mentoring.profiles.file import read_profiles


def bring_in_file(file: Path, config: Path | None, *, dry_run: bool) -> int:
    """Bring a file in, or only show what that would do; gives the exit code.

    Raises:
        UnreadableRoster: the file holds no profiles.
        Mistake: it cannot be read.
    """
    try:
        says = read_profiles(file.read_bytes())
    except OSError as error:
        raise Mistake(f"{file}: cannot be read ({error.strerror})") from None
    with opened(config) as database, database.work() as uow:
        made = changes(uow, says) if dry_run else bring_in(uow, says)
    _show(made, file, console(), dry_run=dry_run)
    return NEEDS_A_PERSON if made.bad else DONE


def _show(made: Changes, file: Path, out: Console, *, dry_run: bool) -> None:
    if made.bad:
        lines = ((f"{file.name}:{bad.line}", bad.reason) for bad in made.bad)
        out.print(table(("line", "why"), lines, title=f"Lines that cannot be used: {len(made.bad)}"))
    for notice in made.notices:
        out.print(f"note: {notice}")
    out.print(
        f"{len(made.new)} new, {len(made.changed)} changed, {made.unchanged} unchanged, {len(made.bad)} bad lines"
        + ("; nothing was written" if dry_run else "")
    )

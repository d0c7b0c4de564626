"""Recalling a revision from the command line: who is concerned, are you sure, done."""

from pathlib import Path

import typer

from bot.cli import DONE, NOT_DONE
from bot.cli.mistakes import Mistake
from bot.cli.opening import opened
from bot.cli.programme.roster import asked
from bot.cli.talks.overlay import catalogue
from bot.intake.scripts import Scripts
from bot.intake.talk.recalling import recall
from storage import conversations


def recall_revision(revision: str, config: Path | None, *, yes: bool) -> int:
    """Ask, and move everybody off a revision; gives the exit code.

    Raises:
        Mistake: nobody was ever asked from it, it is today's, or nobody is there to be asked.
    """
    todays = catalogue(config)
    if any(flow.revision == revision for flow in todays):
        raise Mistake(f"revision {revision} is today's: change the conversation first, install that, then recall")
    scripts = Scripts(todays)
    with opened(config) as database:
        with database.work() as uow:
            kept = conversations.find_script(uow.db, revision)
            concerned = len(conversations.unfinished_on(uow.db, revision))
        if kept is None:
            raise Mistake(f"nobody was ever asked from revision {revision!r}; `placemate flows list` shows today's")
        typer.echo(f"{kept.flow} {revision}: {concerned} unfinished conversations")
        if not (yes or asked("Move them to today's?")):
            return NOT_DONE
        with database.work() as uow:
            scripts.remember(uow)
            moved = recall(uow, database.settings, scripts, revision)
    typer.echo(f"{moved} moved to today's")
    return DONE

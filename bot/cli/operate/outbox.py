"""`placemate outbox`: messages on their way."""

from datetime import datetime
from typing import Annotated

import typer

from bot.cli.options import ConfigFile, group

outbox = group("outbox", "Messages on their way.")


@outbox.command("failed")
def failed(
    config: ConfigFile = None,
    retry: Annotated[list[int] | None, typer.Option(metavar="ID", help="Send this one again; may be repeated.")] = None,
) -> None:
    """List the messages that were given up, with the reason and without their words. Exit code 1 if there are any.

    Example: placemate outbox failed --retry 17
    """
    from bot.cli.mistakes import Mistake
    from bot.cli.opening import opened
    from bot.cli.printing import console, table
    from storage import outbox

    with opened(config) as database, database.work() as uow:
        for row_id in retry or ():
            if not outbox.revive(uow.db, row_id):
                raise Mistake(f"{row_id} is not among the messages that were given up, or its words are gone")
            typer.echo(f"{row_id} is on its way again")
        rows = outbox.dead(uow.db)
    if not rows:
        typer.echo("no message was given up")
        return
    columns = ("id", "platform", "chat", "written", "attempts", "case", "why")
    console().print(table(columns, (
        (str(row.id), row.lane, row.chat, _when(row.created_at), str(row.attempts), str(row.case_id or ""), row.failure)
        for row in rows
    )))  # fmt: skip
    raise typer.Exit(1)


def _when(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


@outbox.callback()
def _only_a_group() -> None:
    """Messages on their way."""

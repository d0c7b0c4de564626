"""`placemate triage`: what triage finds in a file of messages."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import ConfigFile


def triage(
    file: Annotated[Path, typer.Argument(metavar="FILE.tsv", help="Columns text and, if you like, id and lang.")],
    config: ConfigFile = None,
) -> None:
    """Screen every message of a tab-separated file; prints one JSON line each. Needs no configuration.

    A line holds id, severity (none, info, attention, urgent or emergency), categories and patterns.

    Example: placemate triage messages.tsv
    """
    import orjson

    from bot.cli.mistakes import Mistake
    from bot.intake.triage import BrokenFile, assess_file

    try:
        for finding in assess_file(file):
            typer.echo(orjson.dumps(finding).decode())
    except BrokenFile as broken:
        raise Mistake(str(broken)) from None

"""Options that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

ConfigFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", envvar="PLACEMATE_CONFIG", show_default=False,
        help="The configuration; left out: config.toml here, if there is one.",
    ),
]  # fmt: skip
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def group(name: str, about: str) -> typer.Typer:
    """A group of commands."""
    return typer.Typer(name=name, help=about, no_args_is_help=True, rich_markup_mode=None)

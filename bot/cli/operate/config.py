"""`placemate config`: the settings there are."""

import typer

from bot.cli.options import ConfigFile, group

config = group("config", "The configuration.")


@config.command("reference")
def reference(config: ConfigFile = None) -> None:
    """Print every setting with its default and a line of why: a file to begin from.

    Example: placemate config reference > config.toml
    """
    from bot.config import reference

    typer.echo(reference(), nl=False)


@config.callback()
def _only_a_group() -> None:
    """The configuration."""

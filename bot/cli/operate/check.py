"""`placemate check`: what is wrong with a configuration."""

from dataclasses import asdict
from typing import Annotated

import typer

from bot.cli.options import AsJson, ConfigFile


def check(
    config: ConfigFile = None,
    as_json: AsJson = False,
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask the platforms.")] = False,
) -> None:
    """Say what is wrong with the configuration and how to mend it, without printing a secret.

    Asks each platform with its token, and changes nothing there. Exit code 1 when there is an error; warnings alone
    are 0.

    Example: placemate check --config config.toml
    """
    import json

    from bot.cli import DONE, NEEDS_A_PERSON
    from bot.cli.checks.everything import findings_of
    from bot.cli.printing import console, table
    from bot.config import load

    findings = findings_of(load(config), offline=offline)
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    elif findings:
        console().print(table(("", "where", "what"), ((one.level, one.where, one.what) for one in findings)))
    else:
        typer.echo("nothing is wrong")
    raise typer.Exit(NEEDS_A_PERSON if any(finding.level == "error" for finding in findings) else DONE)

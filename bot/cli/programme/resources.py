"""`placemate resources`: guides and places to ask, what is out of date, and which links still answer."""

from datetime import date
from typing import Annotated

import typer

from bot.cli.options import ConfigFile, group
from flows.entries import Entry

resources = group("resources", "Resources that students find: which there are, and what must be looked at.")
NoLinks = Annotated[bool, typer.Option("--offline", help="Look at dates only; open no link.")]


@resources.command("list")
def list_resources(config: ConfigFile = None) -> None:
    """List the resources, with who answers for each and until when it is shown.

    Example: placemate resources list
    """
    from bot.cli.printing import console, table

    columns = ("id", "topic", "country", "title", "owner", "checked", "until")
    rows = [
        (each.id, each.topic, each.country or "any", each.title["en"], each.owner or "-",
         str(each.checked_on or "-"), str(each.valid_until or "-"))
        for each in _entries(config)[0]
    ]  # fmt: skip
    console().print(table(columns, rows))


@resources.command("check")
def check(config: ConfigFile = None, offline: NoLinks = False) -> None:
    """Name the resources nobody has checked, those out of date, and links that do not answer. Exit code 1 for any.

    Example: placemate resources check
    """
    import asyncio

    from bot.cli import NEEDS_A_PERSON
    from bot.cli.programme.links import broken_links
    from bot.programmes.resources import overdue

    entries, today = _entries(config)
    reasons = {
        "unchecked": "nobody has checked it: write owner, checked_on and valid_until",
        "over": "its time is over: check it, then move checked_on and valid_until",
        "soon": "its time is over soon",
    }
    lines = [f"{entry.id}: {reasons[why]}" for entry, why in overdue(entries, today)]
    links = {entry.id: entry.link for entry in entries if entry.link}
    failed = {} if offline else asyncio.run(broken_links(links))
    lines += [f"{entry}: {links[entry]} {why}" for entry, why in failed.items()]
    for line in lines:
        typer.echo(line)
    typer.echo(f"{len(entries)} resources, {len(lines)} to look at")
    raise typer.Exit(NEEDS_A_PERSON if lines else 0)


def _entries(config: ConfigFile) -> tuple[tuple[Entry, ...], date]:
    from bot.cli.mistakes import Mistake
    from bot.clock import SystemClock
    from bot.config import load
    from bot.programmes.resources import entries_of
    from flows.entries import BrokenEntry

    settings = load(config)
    try:
        return entries_of(settings.programme.resources), SystemClock().now().astimezone(settings.programme.zone).date()
    except BrokenEntry as broken:
        raise Mistake(f"[programme] resources: {broken}") from None

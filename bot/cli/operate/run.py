"""`placemate run` and `placemate demo`."""

import os
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ConfigFile

if TYPE_CHECKING:
    from bot.config import Settings

DEMO_DATABASE = "sqlite:///placemate-demo.db"


def run(config: ConfigFile = None) -> None:
    """Run everything the configuration names, until SIGTERM or Ctrl+C.

    Example: placemate run --config config.toml
    """
    import asyncio

    from bot.app.running import run
    from bot.config import load

    raise typer.Exit(asyncio.run(run(load(config))))


def demo(
    config: ConfigFile = None,
    listen: Annotated[str, typer.Option(metavar="HOST:PORT", help="Where the page is; this machine only.")] = "",
) -> None:
    """Try it without accounts: a student's phone and the coordinators' channel on one page.

    Without --config it keeps to a database of its own, placemate-demo.db, and reads no config.toml.

    Example: placemate demo --listen 127.0.0.1:8081
    """
    import asyncio

    from bot.app.demo import demo

    settings = _for_demo(config, listen)
    # To people; the log, on standard error, is for machines.
    typer.echo(f"Open http://{settings.web.listen} in a browser. Ctrl+C ends the demo.")
    raise typer.Exit(asyncio.run(demo(settings)))


def _for_demo(config: Path | None, listen: str) -> "Settings":
    from bot.config import Settings, Storage, Web, load

    # Example people must never come to stand among real ones, so a config.toml lying about is not taken.
    settings = load(config) if config else Settings()
    if config is None and "PLACEMATE_STORAGE__URL" not in os.environ:
        settings = settings.model_copy(update={"storage": Storage(url=DEMO_DATABASE)}).rooted_in(Path().absolute())
    if listen:
        web = Web.model_validate({"listen": listen, "public_url": settings.web.public_url})
        settings = settings.model_copy(update={"web": web})
    _refuse_others(settings.web.host)
    return settings


def _refuse_others(host: str) -> None:
    from bot.cli.mistakes import Mistake

    try:
        here = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        here = False
    if not here:
        raise Mistake(f"the demo shows everything to whoever opens it: listen on 127.0.0.1, not on {host}")

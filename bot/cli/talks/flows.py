"""`placemate flows`: the conversations, with the programme's overlay over them."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from bot.cli.options import AsJson, ConfigFile, group

flows = group("flows", "Conversations: list, check, draw, play, route, recall.")
FlowId: TypeAlias = Annotated[str, typer.Argument(metavar="ID", help="As `placemate flows list` shows it.")]
Overlay: TypeAlias = Annotated[
    Path | None,
    typer.Option("--overlay", metavar="FILE", help="A programme's words; left out: [programme] overlay, if it is set."),
]


@flows.command("list")
def list_flows(config: ConfigFile = None, as_json: AsJson = False) -> None:
    """List the conversations there are, with the revision that talks begin on today.

    Example: placemate flows list
    """
    import json

    from bot.cli.printing import console, table
    from bot.cli.talks.overlay import catalogue

    columns = ("id", "title", "questions", "revision")
    rows = [(flow.id, flow.title, str(len(flow.questions)), flow.revision) for flow in catalogue(config)]
    if as_json:
        typer.echo(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], indent=2))
    else:
        console().print(table(columns, rows))


@flows.command("check")
def check_flows(config: ConfigFile = None, overlay: Overlay = None) -> None:
    """Look for mistakes in every conversation, its translations and the overlay. Exit code 1 when there is one.

    Without a mistake it says what the overlay changes.

    Example: placemate flows check --overlay overlay.toml
    """
    from bot.cli import NEEDS_A_PERSON
    from bot.cli.talks.overlay import checked

    lines, mistakes = checked(config, overlay)
    for line in lines:
        typer.echo(line)
    raise typer.Exit(NEEDS_A_PERSON if mistakes else 0)


@flows.command("draw")
def draw(
    flow: Annotated[str, typer.Argument(metavar="[ID]", help="One conversation; left out: all.")] = "",
    config: ConfigFile = None,
    everything: Annotated[bool, typer.Option("--all", help="All conversations on one Markdown page.")] = False,
    overlay: Overlay = None,
) -> None:
    """Print a conversation as a mermaid drawing. `mentorship` is the life of a mentorship, from match to goodbye.

    Example: placemate flows draw checkin
    """
    from bot.cli.talks.drawing import page, single
    from bot.cli.talks.overlay import catalogue

    flows = catalogue(config, overlay)
    typer.echo(page(flows) if everything or not flow else single(flows, flow), nl=False)


@flows.command("play")
def play(
    flow: FlowId,
    config: ConfigFile = None,
    language: Annotated[str, typer.Option(help="en or nb; left out: the programme's.")] = "",
    fact: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="What is known; may be repeated.")
    ] = None,
    as_test: Annotated[bool, typer.Option("--as-test", help="Print a test of what you played at the end.")] = False,
    overlay: Overlay = None,
) -> None:
    """Play a conversation here. Nothing is stored or sent, and flags are shown as they are raised.

    Example: placemate flows play checkin --language nb --fact has_goal=true
    """
    from bot.cli.talks.facts import facts_given
    from bot.cli.talks.overlay import catalogue, named
    from bot.cli.talks.play import Stage
    from bot.config import load
    from bot.words.language import known_language

    programme = load(config).programme
    played = named(catalogue(config, overlay), flow)
    stage = Stage(played, known_language(language or programme.language), facts_given(fact or ()), programme)
    stage.play()
    if as_test:
        typer.echo(stage.as_test())


@flows.command("route")
def route(
    file: Annotated[Path, typer.Argument(metavar="FILE.tsv", help="Columns text and, if you like, id and lang.")],
    config: ConfigFile = None,
) -> None:
    """Say for every message of a tab-separated file which two conversations it is likely about. One JSON line each.

    A line holds id, severity (none, info, attention, urgent or emergency) and best. Needs no configuration.

    Example: placemate flows route messages.tsv
    """
    import orjson

    from bot.cli.mistakes import Mistake
    from bot.intake.routing import route_file
    from bot.intake.triage import BrokenFile

    try:
        for routed in route_file(file):
            typer.echo(orjson.dumps(routed).decode())
    except BrokenFile as broken:
        raise Mistake(str(broken)) from None


@flows.command("recall")
def recall(
    revision: Annotated[str, typer.Argument(metavar="REVISION", help="The harmful one, 16 digits.")],
    config: ConfigFile = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Move everybody off a harmful revision: surviving answers are kept, the first unanswered question is asked.

    Example: placemate flows recall 0123456789abcdef
    """
    from bot.cli.talks.recall import recall_revision

    raise typer.Exit(recall_revision(revision, config, yes=yes))

"""`placemate mentors`: the commands."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import AsJson, ConfigFile, group

mentors = group("mentors", "Mentors: what they offer, and who fits whom.")


@mentors.command("import")
def import_profiles(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The profiles; its first line names the columns.")],
    config: ConfigFile = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
) -> None:
    """Bring in what mentors offer and mentees look for. Nobody is written to because of it.

    Columns: id,side and if you like capacity,field,topics,skills,languages,availability,style,gender,employer,prefers,
    apart_from,opted_out,most_hours_apart. Sides: mentor, mentee. Lists are separated by semicolons; availability is
    written like tue 16:00-18:00. Exit code 1 when some lines could not be used (the others are imported).

    Example: placemate mentors import mentors.csv --dry-run
    """
    from bot.cli.mentors.importing import bring_in_file

    raise typer.Exit(bring_in_file(file, config, dry_run=dry_run))


@mentors.command("list")
def list_mentors(config: ConfigFile = None, as_json: AsJson = False) -> None:
    """List the mentors with their places, how many students are without one, and how each pair stands.

    Of a pair it shows whether both have signed and how many meetings were held or missed, never what was said.

    Example: placemate mentors list
    """
    from bot.cli.mentors.listing import show_mentors

    show_mentors(config, as_json=as_json)


@mentors.command("match")
def match(
    config: ConfigFile = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the matches, and propose none.")] = False,
    as_json: AsJson = False,
) -> None:
    """Match over everybody at once, and propose the matches to the coordinators in their channel.

    With --dry-run it shows who fits whom and why, and who is left and why; nothing is written. With --json each line
    is then one object: mentee, mentor, points, reasons in words; or mentee and why.

    Example: placemate mentors match --dry-run
    """
    from bot.cli.mentors.matching import propose_matches, show_matches

    if dry_run:
        show_matches(config, as_json=as_json)
    else:
        propose_matches(config)

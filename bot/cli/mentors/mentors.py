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
    """List the mentors with their places, and how many students are without one.

    Example: placemate mentors list
    """
    import json

    from bot.cli.mentors.rows import MENTOR_COLUMNS, mentor_row
    from bot.cli.opening import opened
    from bot.cli.printing import console, table
    from bot.mentoring.pool import read_pool

    with opened(config) as database, database.work() as uow:
        pool = read_pool(uow, database.settings)
    rows = [mentor_row(mentor) for mentor in sorted(pool.mentors, key=lambda each: each.id)]
    if as_json:
        for row in rows:
            typer.echo(json.dumps(dict(zip(MENTOR_COLUMNS, row, strict=True)), ensure_ascii=False))
        return
    console().print(table(MENTOR_COLUMNS, rows))
    free = sum(mentor.free for mentor in pool.mentors if not mentor.opted_out)
    typer.echo(f"{len(rows)} mentors with {free} free places; {len(pool.mentees)} students without a mentor")


@mentors.command("match")
def match(
    config: ConfigFile = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the matches, and propose none.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show who fits whom and why, over everybody at once, and who is left and why. Nothing is written.

    With --json each line is one object: mentee, mentor, points, reasons in words; or mentee and why.

    Example: placemate mentors match --dry-run
    """
    import json

    from bot.cli.mentors.rows import left_fields, left_tables, match_fields, match_table
    from bot.cli.mistakes import Mistake
    from bot.cli.opening import opened
    from bot.cli.printing import console
    from bot.mentoring.matching.match import match
    from bot.mentoring.pool import read_pool
    from storage.roster import everybody

    if not dry_run:
        raise Mistake("matches are only shown here: add --dry-run")
    with opened(config) as database:
        with database.work() as uow:
            pool, people = read_pool(uow, database.settings), everybody(uow.db)
        language = database.settings.programme.language
    # Matched after the transaction: a running program need not wait for it.
    batch = match(pool)
    if as_json:
        for fields in (*match_fields(batch, language), *left_fields(batch, language)):
            typer.echo(json.dumps(fields, ensure_ascii=False))
        return
    names = {person.id: person.name for person in people.values()}
    console().print(match_table(batch, names, language), *left_tables(batch, names, language), sep="\n")
    typer.echo(f"{len(batch.matches)} matched, {len(batch.unmatched)} not")

"""Matching from the command line: shown, or proposed to the coordinators."""

import json
from pathlib import Path

import typer

from bot.cli.mentors.rows import left_fields, left_tables, match_fields, match_table
from bot.cli.opening import opened
from bot.cli.printing import console
from bot.mentoring.matching.match import match
from bot.mentoring.pool import read_pool
from bot.mentoring.proposals.proposing import propose
from storage.roster import everybody


def show_matches(config: Path | None, *, as_json: bool) -> None:
    """Print who fits whom and who is left; nothing is written."""
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


def propose_matches(config: Path | None) -> None:
    """Match, and let the coordinators' channel hear of it; the mentors are asked once somebody there approves."""
    with opened(config) as database:
        with database.work() as uow:
            pool = read_pool(uow, database.settings)
        batch = match(pool)
        with database.work() as uow:
            found = propose(uow, database.settings, batch)
    typer.echo(f"{found.pairs} proposed in the coordinators' channel, {found.left} without a match")

"""Mentors and pairs as the command line lists them."""

import json
from pathlib import Path

import typer

from bot.cli.mentors.rows import (
    AVERAGE_COLUMNS,
    MENTOR_COLUMNS,
    PAIR_COLUMNS,
    average_row,
    mentor_row,
    pair_row,
)  # fmt: skip
from bot.cli.opening import opened
from bot.cli.printing import console, table
from bot.mentoring.averages import averages
from bot.mentoring.counts import counts
from bot.mentoring.pool import read_pool
from storage.mentorships import live_mentorships


def show_mentors(config: Path | None, *, as_json: bool) -> None:
    """Print the mentors, the pairs that are not over, and what many of them say."""
    with opened(config) as database, database.work() as uow:
        pool, pairs = read_pool(uow, database.settings), live_mentorships(uow.db)
        counted = counts(uow.db, [pair.id or 0 for pair in pairs])
        said = [average_row(each) for each in averages(uow.db)]
    mentors = [mentor_row(mentor) for mentor in sorted(pool.mentors, key=lambda each: each.id)]
    rows = [pair_row(pair, counted[pair.id or 0]) for pair in pairs]
    if as_json:
        for columns, lines in ((MENTOR_COLUMNS, mentors), (PAIR_COLUMNS, rows), (AVERAGE_COLUMNS, said)):
            for row in lines:
                typer.echo(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
        return
    console().print(table(MENTOR_COLUMNS, mentors))
    free = sum(mentor.free for mentor in pool.mentors if not mentor.opted_out)
    typer.echo(f"{len(mentors)} mentors with {free} free places; {len(pool.mentees)} students without a mentor")
    if rows:
        console().print(table(PAIR_COLUMNS, rows, title=f"Pairs: {len(rows)}"))
    if said:
        console().print(table(AVERAGE_COLUMNS, said, title="What they say, on average of five or more"))

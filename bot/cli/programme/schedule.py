"""`placemate schedule`: what the clock will send, and letting a cohort's first check-ins go out."""

from typing import Annotated

import typer

from bot.cli.options import AsJson, ConfigFile, group

schedule = group("schedule", "What the clock sends, when, and why not.")


@schedule.command("preview")
def preview(
    config: ConfigFile = None,
    days: Annotated[int, typer.Option(min=1, max=366, help="How many days ahead.")] = 7,
    as_json: AsJson = False,
) -> None:
    """Show who gets what in the next days, when, and why somebody gets nothing. Nothing is sent or written.

    With --json each line is one object: when and due in UTC, local on her own clock, student, what, why.

    Example: placemate schedule preview --days 7
    """
    import json

    from bot.cli.opening import opened
    from bot.cli.printing import console, table
    from bot.cli.programme.plan_rows import COLUMNS, fields_of, row_of
    from bot.facts.planning.preview import gather, play

    with opened(config) as database:
        with database.work() as uow:
            gathered = gather(uow, database.settings, days)
        # Played after the transaction: a running program need not wait for it.
        found = play(gathered)
    if as_json:
        for entry, known in found:
            typer.echo(json.dumps(fields_of(entry, known), ensure_ascii=False))
        return
    console().print(table(COLUMNS, [row_of(entry, known) for entry, known in found]))
    sent = sum(entry.at is not None for entry, _ in found)
    typer.echo(f"{sent} in the next {days} days, {len(found) - sent} not sent")


@schedule.command("confirm")
def confirm(
    cohort: Annotated[str, typer.Argument(metavar="COHORT", help="As the roster calls it.")],
    config: ConfigFile = None,
) -> None:
    """Let the first check-ins of a new cohort go out, as the button in the coordinators' channel does.

    Example: placemate schedule confirm "Spring 2027"
    """
    from bot.cli.mistakes import Mistake
    from bot.cli.opening import opened
    from bot.programmes.cohorts import PROGRAM, confirm, name_of
    from storage.cohorts import cohorts

    with opened(config) as database, database.work() as uow:
        known = cohorts(uow.db)
        if cohort not in known:
            named = ", ".join(sorted(known)) or "none; the column `cohort` of the roster names them"
            raise Mistake(f"there is no cohort {cohort!r}; known are: {named}")
        if confirm(uow, database.settings, known[cohort], PROGRAM):
            typer.echo(f"{cohort}: confirmed; each student is written to at her own hour")
        else:
            typer.echo(f"{cohort}: already confirmed by {name_of(uow, database.settings, known[cohort].confirmed_by)}")

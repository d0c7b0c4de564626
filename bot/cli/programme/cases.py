"""`placemate cases`: what a person must look at."""

from typing import Annotated

import typer

from bot.cli.options import AsJson, ConfigFile, group

cases = group("cases", "Cases: which there are, and what was done.")


@cases.command("list")
def list_cases(
    config: ConfigFile = None,
    resolved: Annotated[bool, typer.Option("--all", help="Resolved ones too.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the cases that are not resolved, the earliest deadline first. No student is named.

    Example: placemate cases list
    """
    import json

    from bot.cli.opening import opened
    from bot.cli.printing import console, table
    from bot.cli.programme.case_rows import COLUMNS, row_of
    from storage import cases

    with opened(config) as database, database.work() as uow:
        found = cases.every_case(uow.db) if resolved else cases.unresolved(uow.db)
        rows = [row_of(case, uow, database.settings) for case in found]
    if as_json:
        typer.echo(json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
        return
    console().print(table(COLUMNS, rows))
    typer.echo(f"{len(rows)} cases" if rows else "no open case")


@cases.command("show")
def show(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="Such as 2026-0417.")],
    config: ConfigFile = None,
    words: Annotated[bool, typer.Option("--words", help="Read what was said, too; needs --as.")] = False,
    staff: Annotated[str, typer.Option("--as", metavar="ID", help="Your own id in the roster.")] = "",
    reason: Annotated[str, typer.Option(help="Why, if you are asked: covering, supervision or break_glass.")] = "",
    why: Annotated[str, typer.Option(help="In a few words, for break_glass.")] = "",
) -> None:
    """Show what was done in a case, and by whom, without a word of what was said.

    With --words it is opened as in Slack: the role of --as is checked, the opening is written down, and the student
    sees it under /cases.

    Example: placemate cases show 2026-0417 --words --as guard-1
    """
    from bot.cli import DONE, NEEDS_A_PERSON
    from bot.cli.mistakes import Mistake
    from bot.cli.opening import opened, person_named
    from bot.cli.printing import console
    from bot.cli.programme.case_rows import case_numbered, said, tables_of

    if words and not staff:
        raise Mistake("--words needs --as ID: openings are written down by name")
    with opened(config) as database, database.work() as uow:
        case = case_numbered(uow, number)
        told = said(uow, database.settings, case, person_named(uow, staff), reason, why) if words else None
        tables = tables_of(case, uow, database.settings)
    console().print(*tables, *([told.text] if told else []), sep="\n")
    raise typer.Exit(DONE if told is None or told.permitted else NEEDS_A_PERSON)

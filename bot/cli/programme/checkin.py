"""`placemate checkin`: asking now."""

from typing import Annotated

import typer

from bot.cli.options import ConfigFile, group

checkin = group("checkin", "Check-ins.")


@checkin.command("send")
def send(
    config: ConfigFile = None,
    to: Annotated[list[str] | None, typer.Option(metavar="ID", help="Whom to ask; may be repeated.")] = None,
    everybody: Annotated[bool, typer.Option("--all", help="Every student who can be reached.")] = False,
) -> None:
    """Let the running program send a check-in at once, whatever the hour.

    Exit code 1 when somebody who was named cannot be reached.

    Example: placemate checkin send --to 17
    """
    from bot.cli import NEEDS_A_PERSON
    from bot.cli.mistakes import Mistake
    from bot.cli.opening import opened, person_named
    from bot.cli.programme.reach import trouble_with
    from storage import people

    if bool(to) == everybody:
        raise Mistake("say whom: --to ID, or --all")
    failed = False
    with opened(config) as database, database.work() as uow:
        chosen = (
            people.people_with_role(uow.db, "student") if everybody else [person_named(uow, each) for each in to or ()]
        )
        for person in chosen:
            trouble = trouble_with(uow, person)
            if trouble is None:
                people.change_placement(uow.db, person.id, requested_at=uow.now)
                typer.echo(f"{person.id}: on its way, if `placemate run` is running")
            else:
                typer.echo(f"{person.id}: not sent, she {trouble}", err=not everybody)
                failed = failed or not everybody
    raise typer.Exit(NEEDS_A_PERSON if failed else 0)


@checkin.callback()
def _only_a_group() -> None:
    """Check-ins."""

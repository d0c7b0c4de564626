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
    from bot.cli import DONE, NEEDS_A_PERSON
    from bot.cli.mistakes import Mistake
    from bot.cli.opening import opened, person_named
    from bot.cli.programme.reach import request_checkin
    from storage import people

    if bool(to) == everybody:
        raise Mistake("say whom: --to ID, or --all")
    with opened(config) as database, database.work() as uow:
        students = people.people_with_role(uow.db, "student") if everybody else ()
        chosen = [*students, *(person_named(uow, person_id) for person_id in to or ())]
        troubles = [(person.id, request_checkin(uow, person)) for person in chosen]
    for person_id, trouble in troubles:
        typer.echo(
            f"{person_id}: not sent, she {trouble}"
            if trouble
            else f"{person_id}: on its way, if `placemate run` is running",
            err=bool(trouble) and not everybody,
        )
    failed = any(trouble for _, trouble in troubles)
    raise typer.Exit(NEEDS_A_PERSON if failed and not everybody else DONE)


@checkin.callback()
def _only_a_group() -> None:
    """Check-ins."""

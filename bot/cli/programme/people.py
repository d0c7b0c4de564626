"""`placemate people`: who takes part."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ConfigFile, group

if TYPE_CHECKING:
    from storage.people import Person

people = group("people", "Who takes part: the roster, and the invitations.")


@people.command("import")
def import_roster(
    file: Annotated[Path, typer.Argument(metavar="ROSTER.csv", help="The roster; its first line names the columns.")],
    config: ConfigFile = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Bring a roster in, after showing what would change. Nobody is written to because of it.

    Columns: id,name,role,email,language,timezone,country,starts_on,ends_on,host,supervisor,coordinator,mentor,slack_id,
    and if you like cohort,hours_per_week,remote,home_country. Roles: student, coordinator, safeguarding, lead, mentor.
    Exit code 1 when some lines could not be used (the others are imported), 2 when nothing was.

    Example: placemate people import roster.csv --yes
    """
    from bot.cli.programme.roster import bring_in_file

    raise typer.Exit(bring_in_file(file, config, yes=yes))


@people.command("list")
def list_people(
    config: ConfigFile = None,
    role: Annotated[str, typer.Option(help="Only this role.")] = "",
    unreachable: Annotated[bool, typer.Option("--unreachable", help="Only students whom nothing reaches.")] = False,
) -> None:
    """List who takes part, and how each is reached.

    Example: placemate people list --role student --unreachable
    """
    from bot.cli.opening import opened
    from bot.cli.printing import console, table
    from bot.cli.programme.reach import reached_by, trouble_with
    from storage import roster

    with opened(config) as database, database.work() as uow:
        everybody = [person for person in roster.everybody(uow.db).values() if person.forgotten_at is None]
        rows = [
            (person.id, person.name, person.role, person.language, reached_by(uow, person), _shown(person, trouble))
            for person in everybody
            if role in ("", person.role)
            and ((trouble := trouble_with(uow, person)) or not unreachable)
            and (person.role == "student" or not unreachable)
        ]  # fmt: skip
    console().print(table(("id", "name", "role", "language", "reached by", "check-ins"), rows))
    typer.echo(f"{len(rows)} of {len(everybody)}")


@people.command("invite")
def invite(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Roster ids.")] = None,
    config: ConfigFile = None,
    all_new: Annotated[bool, typer.Option("--all-new", help="All students and mentors without an account.")] = False,
) -> None:
    """Print a one-time Telegram link with a QR code, and how she begins on Slack. An older unused link becomes void.

    The link is valid for 14 days and links the first account that opens it. Send it to nobody else.

    Example: placemate people invite 17
    """
    from bot.cli.mistakes import Mistake
    from bot.cli.opening import opened, person_named
    from bot.cli.programme.invitation import bot_username, invitation, without_account

    with opened(config) as database:
        username = bot_username(database.settings)
        with database.work() as uow:
            chosen = [person_named(uow, person_id) for person_id in ids or ()]
            chosen += without_account(uow) if all_new else []
            if not chosen:
                raise Mistake("nobody is named; give an id, or --all-new")
            told = [invitation(uow, database.settings, person, username) for person in chosen]
    for text in told:
        typer.echo(text)


def _shown(person: "Person", trouble: str | None) -> str:
    return "" if person.role != "student" else trouble or "yes"

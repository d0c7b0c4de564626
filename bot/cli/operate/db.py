"""`placemate db`: the database itself."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import ConfigFile, group

db = group("db", "The database: bring it up to date, back it up.")


@db.command("upgrade")
def upgrade(config: ConfigFile = None) -> None:
    """Bring the tables up to date. Every command that opens the database does this by itself.

    Example: placemate db upgrade --config config.toml
    """
    from bot.config import load
    from storage import schema
    from storage.database import connect

    engine = connect(load(config).storage.url)
    before = schema.current(engine)
    schema.upgrade(engine)
    engine.dispose()
    typer.echo(f"the database is at step {schema.newest()}" + (" already" if before == schema.newest() else ""))


@db.command("backup")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; it must not be there yet.")],
    config: ConfigFile = None,
) -> None:
    """Copy an SQLite database while the program runs. The key is not in it: back that up apart.

    It copies the database as it is and changes nothing, so it can be made before an update.

    Example: placemate db backup placemate-2026-11-30.db
    """
    from sqlalchemy import URL, make_url

    from bot.cli.mistakes import Mistake
    from bot.config import load
    from storage.backup import backup

    settings = load(config)
    url = make_url(settings.storage.url)
    if url.get_backend_name() == "postgresql":
        source = URL.create("postgresql", url.username, None, url.host, url.port, url.database).render_as_string()
        raise Mistake(f"PostgreSQL is backed up by its own tool: pg_dump --format=custom --file={file} {source}")
    try:
        backup(Path(url.database or ""), file)
    except FileExistsError:
        raise Mistake(f"{file} is there already; name another file") from None
    except OSError as error:
        raise Mistake(f"{error.filename or file}: {error.strerror or 'there is no such file'}") from None
    typer.echo(f"{file} holds everything but the key")
    if settings.privacy.master_key is None:
        typer.echo(f"without the key it cannot be read: keep a copy of {settings.privacy.key_file} somewhere else")

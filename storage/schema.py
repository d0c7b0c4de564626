"""Bringing a database up to date: every program does it before it looks inside, beside others that are running."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

import storage.absence
import storage.anonymous
import storage.answer_changes
import storage.attachments
import storage.browser
import storage.cases
import storage.cohorts
import storage.consent
import storage.contacts
import storage.conversations
import storage.followups
import storage.goals
import storage.inbox
import storage.lifts
import storage.linking
import storage.meetings
import storage.mentoring_profiles
import storage.mentorships
import storage.outbox
import storage.parties
import storage.people
import storage.sharing  # noqa: F401 - all of these declare tables, and the metadata must know them

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 7_466_331
"""Our number among PostgreSQL's advisory locks; any that nobody else uses in the same database."""


class DatabaseTooNew(Exception):
    """The database was written by a newer release, whose tables this one does not know."""


def upgrade(engine: Engine) -> None:
    """Bring the tables up to date, in one transaction; other programs wait for it, or find it done.

    Raises:
        DatabaseTooNew: a newer release was here before.
    """
    if current(engine) == newest():
        return
    with engine.begin() as db:
        _wait_for_our_turn(db)
        _refuse_newer(_current(db))
        _run(db)


def refuse_newer(engine: Engine) -> None:
    """Stop before a database that a newer release has written.

    Raises:
        DatabaseTooNew: a newer release was here before.
    """
    _refuse_newer(current(engine))


def current(engine: Engine) -> str | None:
    """The step a database is at, such as "0001"; None for an empty one."""
    with engine.begin() as db:
        return _current(db)


def newest() -> str:
    """The step this release ends with."""
    return max(_known())


def _known() -> set[str]:
    return {step.name.partition("_")[0] for step in (_MIGRATIONS / "versions").glob("[0-9]*.py")}


def _current(db: Connection) -> str | None:
    if not inspect(db).has_table("alembic_version"):
        return None
    step: str | None = db.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return step


def _refuse_newer(step: str | None) -> None:
    if step is not None and step not in _known():
        raise DatabaseTooNew(
            f"the database is at step {step}, and this release of Placemate ends with step {newest()}: a newer release "
            "has written it. Install that release, or restore a backup that was made before it"
        )


def _wait_for_our_turn(db: Connection) -> None:
    # SQLite's BEGIN IMMEDIATE has waited already.
    if db.dialect.name == "postgresql":
        db.execute(text("SET LOCAL statement_timeout = 0"))
        db.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})


def _run(db: Connection) -> None:
    # Alembic takes a third of a second to import, and is needed once a release.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = db
    command.upgrade(config, "head")

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlmodel import SQLModel

from storage import schema
from tests.databases import KINDS, connected, new_database


@pytest.fixture(params=KINDS)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without a single table."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'new.db'}"
    else:
        url = new_database(request.getfixturevalue("postgres"), "empty")
    with connected(url) as engine:
        yield engine


def test_the_steps_build_exactly_the_tables_that_are_declared(engine: Engine) -> None:
    with engine.begin() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_partial_indexes_are_partial_on_both_databases(engine: Engine) -> None:
    (pending,) = [index for index in inspect(engine).get_indexes("outbox") if index["name"] == "ix_outbox_pending"]
    assert "pending" in str(pending["dialect_options"][f"{engine.dialect.name}_where"])


def test_an_empty_database_is_brought_up_to_date_and_once_is_enough(empty: Engine) -> None:
    assert schema.current(empty) is None
    schema.upgrade(empty)
    schema.upgrade(empty)
    assert schema.current(empty) == schema.newest()


def test_two_programs_that_begin_together_do_not_meet_half_way(empty: Engine) -> None:
    with connected(empty.url.render_as_string(hide_password=False)) as other, ThreadPoolExecutor(2) as both:
        list(both.map(schema.upgrade, [empty, other]))
    assert schema.current(empty) == schema.newest()


def test_a_step_that_fails_leaves_nothing_behind(empty: Engine) -> None:
    with empty.begin() as db:
        db.execute(text("CREATE TABLE placement (mine integer)"))
    with pytest.raises(Exception, match="placement"):
        schema.upgrade(empty)
    assert inspect(empty).get_table_names() == ["placement"]
    assert schema.current(empty) is None


def test_a_database_of_a_newer_release_is_refused_with_the_remedy(engine: Engine) -> None:
    with engine.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for look in (schema.upgrade, schema.refuse_newer):
        with pytest.raises(schema.DatabaseTooNew, match=r"at step 9999.*ends with step \d{4}.*Install that release"):
            look(engine)
    with engine.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": schema.newest()})


def test_the_newest_step_is_the_one_alembic_would_end_with() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == schema.newest()

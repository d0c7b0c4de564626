import sqlite3
import stat
from pathlib import Path

import pytest

from bot.config import Settings, reference
from storage import outbox
from tests.cli.conftest import Installation


def test_the_reference_is_the_example_file(placemate: Installation) -> None:
    assert placemate.call("config", "reference").out == reference()


def test_an_upgrade_makes_the_database_and_says_where_it_is(placemate: Installation) -> None:
    assert placemate.call("db", "upgrade").out == "the database is at step 0013\n"
    assert placemate.call("db", "upgrade").out == "the database is at step 0013 already\n"


def test_a_backup_holds_what_was_committed_while_somebody_writes(placemate: Installation) -> None:
    placemate.bring_roster()
    writing = sqlite3.connect(placemate.folder / "placemate.db", isolation_level=None)
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("UPDATE person SET name = 'uncommitted'")
    target = placemate.folder / "copy.db"
    result = placemate.call("db", "backup", str(target))
    writing.execute("ROLLBACK")
    writing.close()
    assert result.code == 0
    assert "placemate.key" in result.out
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    copy = sqlite3.connect(target)
    assert copy.execute("SELECT count(*) FROM person WHERE name LIKE 'Example%'").fetchone() == (5,)
    copy.close()


def test_a_backup_never_writes_over_a_file(placemate: Installation) -> None:
    placemate.bring_roster()
    target = placemate.file("copy.db", b"mine")
    assert "is there already" in placemate.call("db", "backup", target).err
    assert Path(target).read_bytes() == b"mine"


def test_without_a_database_there_is_nothing_to_back_up(placemate: Installation) -> None:
    target = placemate.folder / "copy.db"
    assert placemate.call("db", "backup", str(target)).code == 2
    assert not target.exists()


def test_postgresql_is_backed_up_by_the_command_that_is_told(placemate: Installation) -> None:
    placemate.configure("[storage]\nurl = 'postgresql+psycopg://me:sentinel@db.example.org/placemate'\n")
    result = placemate.call("db", "backup", "copy.dump")
    assert result.code == 2
    assert "pg_dump --format=custom --file=copy.dump postgresql://me@db.example.org/placemate" in result.err
    assert "sentinel" not in result.err


def test_messages_that_were_given_up_are_listed_without_words_and_sent_again(placemate: Installation) -> None:
    placemate.bring_roster()
    with placemate.work() as (uow, _):
        row = {"lane": "telegram", "chat": "5", "priority": 10, "created_at": uow.now, "packed": "sentinel words"}
        outbox.add(uow.db, [row])
        outbox.give_up(uow.db, 1, "Forbidden")
    listed = placemate.call("outbox", "failed")
    assert listed.code == 1
    assert "Forbidden" in listed.out
    assert "sentinel" not in listed.out
    again = placemate.call("outbox", "failed", "--retry", "1")
    assert again.code == 0
    assert placemate.call("outbox", "failed", "--retry", "1").code == 2


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """What the program was composed with, instead of running it."""
    given: list[Settings] = []

    async def compose(settings: Settings) -> int:
        given.append(settings)
        return 0

    monkeypatch.setattr("bot.app.running.run", compose)
    monkeypatch.setattr("bot.app.demo.demo", compose)
    return given


def test_run_runs_what_is_configured(placemate: Installation, composed: list[Settings]) -> None:
    placemate.configure("[programme]\nname = 'Example Programme'\n")
    assert placemate.call("run").code == 0
    assert composed[0].programme.name == "Example Programme"


def test_the_demo_keeps_to_a_database_of_its_own(placemate: Installation, composed: list[Settings]) -> None:
    placemate.configure("[storage]\nurl = 'sqlite:///real.db'\n")
    result = placemate.bare("demo", "--listen", "127.0.0.1:0")
    assert result.code == 0
    assert result.out == "Open http://127.0.0.1:0 in a browser. Ctrl+C ends the demo.\n"
    assert composed[0].storage.url == f"sqlite:///{placemate.folder / 'placemate-demo.db'}"
    assert composed[0].web.port == 0


def test_the_demo_takes_a_configuration_that_is_named(placemate: Installation, composed: list[Settings]) -> None:
    placemate.configure("[storage]\nurl = 'sqlite:///shown.db'\n")
    placemate.call("demo")
    assert composed[0].storage.url == f"sqlite:///{placemate.folder / 'shown.db'}"


@pytest.mark.parametrize("listen", ["0.0.0.0:8080", "demo.example.org:80", "[::]:8080"])
def test_the_demo_is_for_this_machine_only(placemate: Installation, composed: list[Settings], listen: str) -> None:
    result = placemate.bare("demo", "--listen", listen)
    assert result.code == 2
    assert not composed

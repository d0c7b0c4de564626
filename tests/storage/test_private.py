"""The database is for the eyes of the user who runs the program."""

from pathlib import Path

from storage.database import connect
from storage.schema import upgrade


def test_a_new_database_and_its_journals_are_readable_by_nobody_else(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'new' / 'placemate.db'}")
    upgrade(engine)
    with engine.begin():
        modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "new").iterdir()}
    engine.dispose()
    assert modes["placemate.db"] == 0o600
    assert set(modes.values()) == {0o600}


def test_a_database_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "placemate.db"
    path.touch()
    path.chmod(0o640)
    connect(f"sqlite:///{path}").dispose()
    assert path.stat().st_mode & 0o777 == 0o640

"""A copy of an SQLite database, whole and consistent, while programs write to it."""

import sqlite3
from pathlib import Path


def backup(source: Path, target: Path) -> None:
    """Copy a database with everything that was committed so far; only its owner may read the copy.

    Raises:
        FileExistsError: there is a file at `target` already.
        FileNotFoundError: there is no database, or no folder for the copy.
    """
    if not source.is_file():
        raise FileNotFoundError(source)
    target.touch(mode=0o600, exist_ok=False)
    reading, writing = sqlite3.connect(source, timeout=10), sqlite3.connect(target)
    try:
        with writing:
            reading.backup(writing)
    except BaseException:
        target.unlink()
        raise
    finally:
        reading.close()
        writing.close()

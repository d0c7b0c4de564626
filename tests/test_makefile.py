import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def make(folder: Path, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    # This may itself run under make, whose variables would otherwise reach this one.
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "PYTHON"))
    }
    environment["PATH"] = path or environment["PATH"]
    command = [shutil.which("make") or "make", *arguments]
    return subprocess.run(command, check=False, cwd=folder, env=environment, text=True, capture_output=True)


def test_make_alone_lists_what_can_be_done_and_does_nothing() -> None:
    listed = make(ROOT)
    assert listed.returncode == 0
    names = {line.split()[1] for line in listed.stdout.splitlines()}
    assert {"demo", "run", "test", "check", "bench", "draw", "lock"} <= names


def test_a_python_that_is_too_old_is_named_with_the_remedy(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    old = tmp_path / "bin" / "python3"
    old.parent.mkdir()
    old.write_text('#!/bin/sh\n[ "$1" = -V ] && echo Python 3.9.2\n')
    old.chmod(0o755)
    (tmp_path / "bin" / "sh").symlink_to("/bin/sh")
    refused = make(tmp_path, "demo", path=str(old.parent))
    assert refused.returncode != 0
    assert "Placemate needs Python 3.11 or newer; python3 here is: Python 3.9.2" in refused.stderr
    assert "make PYTHON=/path/to/python3.12 demo" in refused.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("script", sorted((ROOT / ".ci").iterdir()), ids=lambda path: path.name)
def test_what_continuous_integration_runs_is_executable_and_well_formed(script: Path) -> None:
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", script], check=True)

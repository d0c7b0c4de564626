"""The command line, as an operator calls it, on an installation of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.opening import opened
from bot.config import Settings
from storage.unit_of_work import UnitOfWork

ROSTER = """\
id,name,role,email,language,timezone,country,starts_on,ends_on,host,supervisor,coordinator,mentor,slack_id
1,Example Student One,student,one@example.org,en,Europe/Oslo,NO,2026-11-01,2027-03-01,Example Host Ltd,,11,21,U1
2,Example Student Two,student,,nb,,ZA,,,,,11,,
11,Example Coordinator,coordinator,c@example.org,,,,,,,,,,U11
13,Example Guard,safeguarding,g@example.org,,,,,,,,,,U13
21,Example Mentor,mentor,m@example.org,,,,,,,,,,
"""


@dataclass
class Result:
    """What a command did."""

    code: int
    out: str
    err: str


class Installation:
    """A folder with a configuration; commands run with it."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.config = folder / "config.toml"
        self._capture = capture
        self.configure("")

    def configure(self, text: str) -> None:
        self.config.write_text(text, encoding="utf-8")

    def file(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def call(self, *arguments: str) -> Result:
        """A command, word by word, with this configuration."""
        return self.bare(*arguments, "--config", str(self.config))

    def bare(self, *arguments: str) -> Result:
        self._capture.readouterr()
        code = main(arguments)
        captured = self._capture.readouterr()
        return Result(code, captured.out, captured.err)

    def bring_roster(self, text: str = ROSTER) -> None:
        assert self.call("people", "import", self.file("roster.csv", text), "--yes").code == 0

    @contextmanager
    def work(self) -> Iterator[tuple[UnitOfWork, Settings]]:
        """A transaction beside the commands."""
        with opened(self.config) as database, database.work() as uow:
            yield uow, database.settings


@pytest.fixture
def placemate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Installation:
    monkeypatch.chdir(tmp_path)
    return Installation(tmp_path, capsys)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody sits at the terminal and types this line whenever they are asked."""

    def types(line: str) -> None:
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", lambda _prompt="": line)

    return types

"""The page that newcomers read, held to what is really there."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot import metrics
from bot.cli import DONE, NEEDS_A_PERSON, main
from bot.config import Settings
from bot.engine.check import check_all
from flows.catalogue import CATALOGUE
from flows.placeholders import EVERYWHERE
from flows.steps import Flow
from flows.vocabulary import control_of

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
TOKENS = MarkdownIt().enable("table").parse(TEXT)
PLACEMATE = ".venv/bin/placemate "
FLOORS_OF_SOURCE = ("bot", "flows", "storage", "tests")
NEEDS_A_PLATFORM = {"check", "run"}
"""Commands that reach out; of these only the words are checked."""
CODES = {"checkin send --to 1": NEEDS_A_PERSON}
"""She has not written to the bot in this test, so that nothing can reach her."""


def blocks(language: str) -> list[str]:
    return [token.content for token in TOKENS if token.type == "fence" and token.info == language]


def section(title: str) -> str:
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def inline() -> Iterator[Token]:
    return (child for token in TOKENS for child in token.children or ())


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


class Newcomer:
    """Somebody who types what the page says into a terminal, in a folder of her own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.answers = {"people import roster.csv": "y"}
        self._typing = ""
        monkeypatch.chdir(folder)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", self._asked)

    def types(self, line: str) -> None:
        if line.startswith(PLACEMATE):
            self._placemate(line.removeprefix(PLACEMATE))
        elif line.startswith("make "):
            target = shlex.split(line)[1]
            assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE), line
        elif line.startswith("docker compose "):
            in_a_container(line)
        else:
            command = line.replace(".venv/bin/python", shlex.quote(sys.executable))
            subprocess.run(["bash", "-euc", command], check=True, cwd=self.folder, capture_output=True)

    def _placemate(self, line: str) -> None:
        command, _, file = line.partition(" > ")
        if command in NEEDS_A_PLATFORM:
            exists(command)
            return
        self._typing = command
        with (self.folder / file).open("w") if file else redirect_to_nowhere() as out, redirect_stdout(out):
            assert main(shlex.split(command)) == CODES.get(command, DONE), command

    def _asked(self, _prompt: str = "") -> str:
        if self._typing not in self.answers:
            raise EOFError
        return self.answers[self._typing]


def redirect_to_nowhere() -> "os.PathLike[str]":
    raise NotImplementedError

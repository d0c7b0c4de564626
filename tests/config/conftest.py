import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config import Settings, load

Write = Callable[[str], Settings]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.upper().startswith("PLACEMATE_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def loaded(tmp_path: Path) -> Write:
    """Write this text as a configuration file and load it."""

    def load_text(text: str) -> Settings:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return load_text

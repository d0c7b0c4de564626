import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from sqlalchemy import text

from bot.cli import main
from bot.cli.application import application
from tests.cli.conftest import Installation
from tests.databases import connected


def leaves(command: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], typer.core.TyperCommand]]:
    inner = getattr(command, "commands", {})
    return [leaf for name, each in inner.items() for leaf in leaves(each, (*path, name))] or [(path, command)]


COMMANDS = leaves(typer.main.get_group(application))


def test_these_are_the_commands() -> None:
    assert {" ".join(path) for path, _ in COMMANDS} == {
        "run", "demo", "check", "triage", "db upgrade", "db backup", "people import", "people list", "people invite",
        "checkin send", "flows list", "flows check", "flows draw", "flows play", "flows recall", "flows route",
        "cases list",
        "cases show", "outbox failed", "config reference", "schedule preview", "schedule confirm",
        "resources list", "resources check", "mentors import", "mentors list", "mentors match",
    }  # fmt: skip


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_every_command_takes_a_configuration_and_shows_an_example(
    path: tuple[str, ...], command: typer.core.TyperCommand
) -> None:
    (config,) = [option for option in command.params if "--config" in option.opts]
    assert isinstance(config, typer.core.TyperOption)
    assert config.envvar == "PLACEMATE_CONFIG"
    assert f"Example: placemate {' '.join(path)}" in (command.help or "")


def test_without_a_command_there_is_help(placemate: Installation) -> None:
    assert "people" in placemate.bare("--help").out


def test_a_misspelt_command_is_misuse(placemate: Installation) -> None:
    assert placemate.bare("peple").code == 2


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("[telegram\n", "not valid TOML"),
        ("[telegram]\ntoken = 'x'\ntokn = 'x'\n", "[telegram] tokn is unknown: did you mean token?"),
        ("[privacy]\nmaster_key = 'sentinel passphrase'\n", "[privacy] master_key does not hold a key"),
        ("[storage]\nurl = 'sqlite:////proc/none/x.db'\n", "No such file or directory: '/proc/none'"),
    ],
)
def test_a_mistake_of_the_operators_is_one_line_without_a_traceback(
    placemate: Installation, config: str, said: str
) -> None:
    placemate.configure(config)
    result = placemate.call("people", "list")
    assert result.code == 2
    assert said in result.err
    assert result.err.count("\n") == 1
    assert "sentinel" not in result.err


def test_a_newer_database_is_refused_by_every_command(placemate: Installation) -> None:
    placemate.bring_roster()
    with connected(f"sqlite:///{placemate.folder / 'placemate.db'}") as engine, engine.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    result = placemate.call("people", "list")
    assert result.code == 2
    assert result.err.startswith("placemate: the database is at step 9999")


def test_a_fault_of_ours_shows_places_and_quotes_nobody(
    placemate: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path | None) -> None:
        raise ValueError("sentinel words of hers")

    monkeypatch.setattr("bot.config.load", fail)
    result = placemate.call("check")
    assert result.code == 70
    assert "ValueError" in result.err
    assert "sentinel" not in result.err


def test_help_does_not_load_what_commands_need() -> None:
    script = (
        "import sys; from bot.cli import main; main(['--help']);"
        "heavy = ('sqlalchemy', 'telegram', 'slack_sdk', 'pydantic', 'rich.table');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_configuration_may_come_from_the_environment(
    placemate: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLACEMATE_CONFIG", str(placemate.folder / "missing.toml"))
    assert main(["people", "list"]) == 2
    assert "missing.toml: there is no such file" in capsys.readouterr().err

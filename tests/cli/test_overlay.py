"""A programme's own words at the command line."""

import json

import pytest

from bot.app.running import opened
from bot.clock import SystemClock
from bot.config import ConfigError, load
from flows.catalogue import CATALOGUE
from tests.cli.conftest import Installation

GOOD = """\
[onboarding]
off = ["hopes"]

[onboarding.words.agreement]
en = "Have you seen a written agreement?"
nb = "Har du sett en skriftlig avtale?"

[[onboarding.rooms.programme_questions]]
id = "bike"
kind = "yes_no"
text = { en = "Do you cycle?", nb = "Sykler du?" }
"""
BROKEN = '[onboarding]\noff = ["consent"]\n[onboardin]\n'


@pytest.fixture
def overlay(placemate: Installation) -> str:
    placemate.configure('[programme]\noverlay = "overlay.toml"\n')
    return placemate.file("overlay.toml", GOOD)


def test_what_an_overlay_changes_is_said(placemate: Installation) -> None:
    result = placemate.call("flows", "check", "--overlay", placemate.file("words.toml", GOOD))
    assert result.code == 0
    assert result.out.splitlines() == [
        "onboarding: hopes is switched off",
        "onboarding: agreement is re-worded",
        "onboarding: own_bike is asked",
        f"{len(CATALOGUE)} conversations, 3 changes, 0 mistakes",
    ]


def test_every_mistake_of_an_overlay_is_said_and_needs_a_person(placemate: Installation) -> None:
    path = placemate.file("words.toml", BROKEN)
    result = placemate.call("flows", "check", "--overlay", path)
    assert result.code == 1
    assert result.out.splitlines() == [
        f"{path}: [onboardin] is no conversation: did you mean onboarding?",
        f"{path}: [onboarding] off names 'consent', which is locked, because safety depends on it: leave it on",
        f"{len(CATALOGUE)} conversations, 2 mistakes",
    ]


@pytest.mark.usefixtures("overlay")
def test_the_overlay_of_the_configuration_is_what_is_listed_checked_drawn_and_played(
    placemate: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = next(flow for flow in CATALOGUE if flow.id == "onboarding")
    assert ours.revision not in placemate.call("flows", "list").out
    assert "own_bike is asked" in placemate.call("flows", "check").out
    assert "Do you cycle?" in placemate.call("flows", "draw", "onboarding").out
    lines = iter(["English", "agree", "right"])
    monkeypatch.setattr("builtins.input", lambda _prompt="": next(lines, None) or _end_of_input())
    assert "Have you seen a written agreement?" in placemate.call("flows", "play", "onboarding").out


def _end_of_input() -> str:
    raise EOFError


def test_an_overlay_can_be_tried_without_being_installed(placemate: Installation) -> None:
    path = placemate.file("words.toml", GOOD)
    assert "Do you cycle?" in placemate.call("flows", "draw", "onboarding", "--overlay", path).out
    assert "Do you cycle?" not in placemate.call("flows", "draw", "onboarding").out


def test_a_broken_overlay_is_an_error_of_the_configuration(placemate: Installation, overlay: str) -> None:
    placemate.file("overlay.toml", BROKEN)
    found = json.loads(placemate.call("check", "--json", "--offline").out)
    told = [one["what"] for one in found if one["where"] == "[programme] overlay"]
    assert told == [
        f"{overlay}: [onboardin] is no conversation: did you mean onboarding?",
        f"{overlay}: [onboarding] off names 'consent', which is locked, because safety depends on it: leave it on",
    ]
    for command in (("flows", "list"), ("flows", "recall", "0" * 16)):
        result = placemate.call(*command)
        assert result.code == 2
        assert result.err.startswith(f"placemate: {overlay}: [onboardin] is no conversation")


@pytest.mark.usefixtures("overlay")
async def test_the_program_runs_on_the_programmes_words_and_not_on_broken_ones(placemate: Installation) -> None:
    settings = load(placemate.config)
    async with opened(settings, SystemClock()) as program:
        question = program.house.scripts.today("onboarding").flow.question("own_bike")
        assert question is not None
        assert question.text == "Do you cycle?"
    placemate.file("overlay.toml", BROKEN)
    with pytest.raises(ConfigError, match="is no conversation"):
        async with opened(settings, SystemClock()):
            raise AssertionError("it must not start")


@pytest.mark.usefixtures("overlay")
def test_a_recall_counts_the_programmes_own_script_as_todays(placemate: Installation) -> None:
    listed = json.loads(placemate.call("flows", "list", "--json").out)
    revision = next(row["revision"] for row in listed if row["id"] == "onboarding")
    assert "is today's" in placemate.call("flows", "recall", revision).err


def test_one_mistake_is_one_mistake(placemate: Installation) -> None:
    result = placemate.call("flows", "check", "--overlay", placemate.file("words.toml", "[onboardin]\n"))
    assert result.out.splitlines()[-1] == f"{len(CATALOGUE)} conversations, 1 mistake"

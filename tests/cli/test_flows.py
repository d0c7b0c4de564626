import json
from collections.abc import Iterator

import pytest

from flows.catalogue import CATALOGUE
from storage import conversations
from tests.cli.conftest import Installation


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at the terminal, line by line; after the last the input ends."""
    lines: list[str] = []

    def feed() -> Iterator[str]:
        yield from lines

    fed = feed()

    def answer(_prompt: str = "") -> str:
        try:
            return next(fed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", answer)
    return lines


def test_every_conversation_is_listed_with_its_revision(placemate: Installation) -> None:
    listed = json.loads(placemate.call("flows", "list", "--json").out)
    assert [(row["id"], row["revision"]) for row in listed] == [(flow.id, flow.revision) for flow in CATALOGUE]
    assert CATALOGUE[0].revision in placemate.call("flows", "list").out


def test_the_conversations_we_ship_have_no_mistake(placemate: Installation) -> None:
    result = placemate.call("flows", "check")
    assert (result.code, result.out.splitlines()[-1]) == (0, f"{len(CATALOGUE)} conversations, 0 mistakes")


def test_one_or_all_are_drawn(placemate: Installation) -> None:
    assert "flowchart TD" in placemate.call("flows", "draw", "urgent").out
    assert placemate.call("flows", "draw", "--all").out.count("```mermaid") == len(CATALOGUE) + 2


def test_a_conversation_that_does_not_exist_is_answered_with_those_that_do(placemate: Installation) -> None:
    for command in ("draw", "play"):
        result = placemate.call("flows", command, "chekin")
        assert result.code == 2
        assert "there is no conversation 'chekin'; there are onboarding" in result.err


def test_a_conversation_is_played_with_its_flags_and_becomes_a_test(placemate: Installation, typed: list[str]) -> None:
    typed += ["start", "1"]
    out = placemate.call("flows", "play", "checkin", "--as-test").out
    assert "flag low_mood: attention" in out
    written = out[out.index("from flows.checkin import checkin") :]
    assert "'mood': 1" in written
    assert "assert played.flags == {'low_mood': 'attention'}" in written
    assert "stop_at='workload'" in written
    exec(f"{written}\ntest_checkin_as_it_was_played()", {})


def test_what_triage_heard_is_part_of_the_test(placemate: Installation, typed: list[str]) -> None:
    typed += ["write to me", "no", "I want to die"]
    out = placemate.call("flows", "play", "human", "--as-test").out
    written = out[out.index("from flows.human import human") :]
    assert "heard={'about': 'emergency'}" in written
    exec(f"{written}\ntest_human_as_it_was_played()", {})


def test_it_is_played_in_norwegian_and_with_the_facts_that_are_given(placemate: Installation, typed: list[str]) -> None:
    typed += ["skip", "what?"]
    out = placemate.call("flows", "play", "checkin", "--language", "nb", "--fact", "has_goal=true").out
    assert "statussjekk" in out
    assert placemate.call("flows", "play", "checkin", "--fact", "shoe=43").code == 2


def test_a_recall_needs_a_revision_that_was_used_and_is_not_todays(placemate: Installation) -> None:
    assert "nobody was ever asked" in placemate.call("flows", "recall", "0" * 16).err
    with placemate.work() as (uow, _):
        conversations.remember_script(uow.db, CATALOGUE[0].revision, CATALOGUE[0].id, "{}")
    assert "is today's" in placemate.call("flows", "recall", CATALOGUE[0].revision).err


def test_a_recall_asks_before_it_moves_anybody(placemate: Installation) -> None:
    with placemate.work() as (uow, _):
        conversations.remember_script(uow.db, "old", "checkin", "{}")
    assert "add --yes" in placemate.call("flows", "recall", "old").err
    result = placemate.call("flows", "recall", "old", "--yes")
    assert (result.code, result.out.splitlines()[-1]) == (0, "0 moved to today's")
    with placemate.work() as (uow, _):
        kept = conversations.find_script(uow.db, "old")
        assert kept is not None
        assert kept.recalled_at is not None


def test_each_message_of_a_file_is_told_its_two_likeliest_conversations(placemate: Installation) -> None:
    file = placemate.file("m.tsv", "id\ttext\tlang\na\tI want to kill myself\ten\n\thvem er mentoren min\tnb\n")
    result = placemate.bare("flows", "route", file)
    first, second = (json.loads(line) for line in result.out.splitlines())
    assert (result.code, result.err) == (0, "")
    assert first == {"id": "a", "severity": "emergency", "best": ["urgent", "wellbeing"]}
    assert (second["id"], second["severity"], second["best"][0]) == ("2", "none", "mentor")


def test_a_file_that_cannot_be_routed_is_told_on_the_other_stream(placemate: Installation) -> None:
    result = placemate.bare("flows", "route", placemate.file("m.tsv", "words\nhello\n"))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("placemate: ")

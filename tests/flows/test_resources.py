"""Finding help: by topic or word, and a person where it did not help."""

import pytest

from flows.entries import TOPICS, BrokenEntry, own_entries, read_entries
from flows.resources import resources
from tests.flows.playing import play


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_shows_what_there_is_and_asks_whether_it_helped(topic: str) -> None:
    played = play(resources, {"topic": topic, "helped": "yes"})
    assert (played.asked, played.said, played.flags) == (["topic", "helped"], ["found", "closing"], {})


def test_a_word_is_asked_for_only_by_whoever_searches() -> None:
    assert play(resources, {"topic": "search"}).asked == ["topic", "word", "helped"]


def test_what_did_not_help_goes_to_a_person_who_is_told_what_she_looks_for() -> None:
    played = play(resources, {"topic": "money", "helped": "no", "resources_person": "yes"})
    assert played.flags == {"resources_contact": "attention"}
    assert (played.asked[-1], played.said[-1]) == ("tell", "closing_person")


def test_nothing_is_raised_without_her_wish() -> None:
    assert play(resources, {"topic": "money", "helped": "no", "resources_person": "no"}).flags == {}


def test_each_topic_has_something_to_show_and_every_entry_is_whole() -> None:
    shown = {entry.topic for entry in own_entries() if entry.owner and entry.checked_on and entry.valid_until}
    assert shown == set(TOPICS)


GOOD = """[[entries]]
id = "one"
topic = "housing"
title = { en = "One", nb = "En" }
text = { en = "Text", nb = "Tekst" }
"""


@pytest.mark.parametrize(
    ("changed", "to", "message"),
    [
        ("[[entries]]", "[[entry]]", "local.toml: unknown key 'entry'; write each entry below [[entries]]"),
        ('id = "one"', 'id = ""', "local.toml, entry '': id is missing; write it"),
        ('id = "one"', 'id = "one"\nurl = "x"', "local.toml, entry 'one': unknown key 'url'; use one of id, topic"),
        ('topic = "housing"', 'topic = "houses"', "local.toml, entry 'one': topic is 'houses'; use one of housing"),
        (', nb = "En"', "", "local.toml, entry 'one': title.nb is missing; write the text in every language"),
        ('en = "Text"', f'en = "{"x" * 321}"', "local.toml, entry 'one': text.en has 321 characters; 320 fit"),
        ('id = "one"', 'id = "one"\nchecked_on = "2026"', "local.toml, entry 'one': checked_on is no date"),
        ("[[entries]]", "[[entries", "local.toml cannot be read"),
    ],
)
def test_a_mistake_is_named_with_file_entry_key_and_remedy(
    changed: str, to: str, message: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("shelf") / "local.toml"
    path.write_text(GOOD.replace(changed, to), "utf-8")
    with pytest.raises(BrokenEntry) as broken:
        read_entries(path)
    assert str(broken.value).startswith(message)


def test_two_of_one_id_are_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("shelf") / "local.toml"
    path.write_text(GOOD + GOOD, "utf-8")
    with pytest.raises(BrokenEntry, match="two entries have the id 'one'"):
        read_entries(path)

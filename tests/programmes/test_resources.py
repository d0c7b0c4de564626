"""What is found on the shelf: by word, near word, topic, country and place; and what somebody must look at."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.programmes.resources import Wish, entries_of, find, overdue
from flows.entries import Entry, own_entries

TODAY = date(2026, 12, 1)


def entry(name: str, **more: object) -> Entry:
    known: dict[str, object] = {
        "topic": "housing", "title": {"en": name, "nb": name}, "text": {"en": "x", "nb": "x"},
        "owner": "Example Office",
        "checked_on": TODAY, "valid_until": TODAY + timedelta(days=90),
    }  # fmt: skip
    return Entry(id=name, **{**known, **more})  # type: ignore[arg-type]


def ids(found: Iterable[Entry]) -> list[str]:
    return [each.id for each in found]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("rent a room", "before_you_pay"), ("hybel", "looking_for_a_room"), ("lønnslipp", "pay_is_late"),
        ("visum", "papers_in_time"), ("hjemmekontor", "working_from_home"), ("passport taken", "keep_your_passport"),
        ("feedbak", "asking_for_feedback"),
    ],
)  # fmt: skip
def test_a_word_finds_its_entry_in_either_language_and_nearly_spelt(words: str, first: str) -> None:
    assert first in ids(find(own_entries(), Wish(words=words, country="NO"), TODAY))


def test_nothing_is_found_for_what_nobody_wrote_about() -> None:
    assert find(own_entries(), Wish(words="xylophone"), TODAY) == []
    assert find(own_entries(), Wish(words=""), TODAY) == []


def test_the_place_she_names_goes_first() -> None:
    shelf = [entry("Rooms anywhere"), entry("Rooms in Oslo", place="Oslo"), entry("Rooms in Bergen", place="Bergen")]
    assert ids(find(shelf, Wish(words="rooms bergen"), TODAY))[0] == "Rooms in Bergen"


def test_another_countrys_entries_are_not_shown() -> None:
    shelf = [entry("Here", country="NO"), entry("There", country="GB"), entry("Anywhere")]
    assert ids(find(shelf, Wish(topic="housing", country="NO"), TODAY)) == ["Here", "Anywhere"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"valid_until": TODAY - timedelta(days=1)}, "over"), ({"owner": ""}, "unchecked"),
        ({"checked_on": None}, "unchecked"), ({"valid_until": TODAY + timedelta(days=30)}, "soon"),
    ],
)  # fmt: skip
def test_what_is_out_of_date_is_listed_for_staff_and_not_shown(changed: dict[str, object], why: str) -> None:
    one = entry("one", **changed)
    assert list(overdue([one, entry("fresh")], TODAY)) == [(one, why)]
    assert bool(find([one], Wish(topic="housing"), TODAY)) is (why == "soon")


def test_a_programmes_own_entry_stands_in_place_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "resources.toml"
    path.write_text(
        '[[entries]]\nid = "no_udi"\ntopic = "papers"\ncountry = "no"\nowner = "Example Office"\n'
        "checked_on = 2026-11-01\nvalid_until = 2027-05-01\n"
        'title = { en = "UDI", nb = "UDI" }\ntext = { en = "Permits", nb = "Tillatelser" }\n', "utf-8",
    )  # fmt: skip
    entries = entries_of(path)
    assert len(entries) == len(own_entries())
    assert "no_udi" in ids(find(entries, Wish(words="udi", country="NO"), TODAY))
    assert "no_udi" not in ids(find(own_entries(), Wish(words="udi", country="NO"), TODAY))

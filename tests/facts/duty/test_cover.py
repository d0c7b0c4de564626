"""Who stands in for whom: what the rota file may say, what it means, and what is said of mistakes."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import ConfigError, Settings
from bot.config.care import Safeguarding
from bot.facts.duty import rota_file
from bot.facts.duty.cover import StandIns, read_covers, stand_ins
from bot.facts.duty.rota_file import read_rota, rota_of

OSLO = ZoneInfo("Europe/Oslo")
ENTRY = '[[cover]]\nperson = "c2"\nfrom = 2026-07-01\nto = 2026-07-14\ncovers = "c1"\n'


def at(*moment: int) -> datetime:
    year, month, day, hour, minute = (*moment, 0, 0)[:5]
    return datetime(year, month, day, hour, minute, tzinfo=OSLO).astimezone(UTC)


def away(text: str, now: datetime) -> dict[str, tuple[str, ...]]:
    return dict(stand_ins(read_covers(text, "rota.toml"), now, OSLO).instead)


def test_the_last_day_counts_to_its_end_on_the_programmes_clock() -> None:
    first, last = at(2026, 7, 1), at(2026, 7, 14, 23, 59)
    second = timedelta(seconds=1)
    assert [bool(away(ENTRY, moment)) for moment in (first - second, first, last, last + 61 * second)] == [
        False, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "times",
    [
        'from = "2026-07-01"\nto = "2026-07-14"',
        "from = 2026-07-01T00:00:00\nto = 2026-07-15T00:00:00",
        'from = "2026-06-30T22:00:00Z"\nto = 2026-07-15 00:00:00+02:00',
    ],
)
def test_days_and_times_may_be_written_in_every_way_of_toml(times: str) -> None:
    text = f'[[cover]]\nperson = "c2"\ncovers = ["c1", "coordinator"]\n{times}\n'
    for moment, expected in ((at(2026, 7, 1), 2), (at(2026, 7, 14, 23, 59), 2), (at(2026, 7, 15), 0)):
        assert len(away(text, moment)) == expected


def test_an_entry_without_covers_puts_somebody_on_call_whatever_the_table_is_called() -> None:
    covers = read_covers('[[weekend]]\nperson = "g2"\nfrom = 2026-07-04\nto = 2026-07-05\n', "rota.toml")
    found = stand_ins(covers, at(2026, 7, 4, 12), OSLO)
    assert (found.on_call, dict(found.instead)) == (("g2",), {})


def test_a_stand_in_who_is_away_is_followed_and_a_circle_ends() -> None:
    chain = StandIns({"a": ("b",), "b": ("c",), "x": ("y",), "y": ("x",)})
    assert [chain.in_place_of(who) for who in "abcxy"] == ["c", "c", "c", "y", "x"]
    assert chain.in_place_of("a", frozenset("c")) == "b"
    assert chain.in_place_of("a", frozenset("b")) == "a"


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3).map(tuple)))
def test_whatever_stands_in_the_file_somebody_is_found(instead: dict[str, tuple[str, ...]]) -> None:
    found = StandIns(instead)
    for who in "abcdef":
        assert found.in_place_of(who) in "abcdef"
        assert (found.in_place_of(who) == who) >= (not instead.get(who))


MISTAKES = [
    ('[[cover]]\nperson = "a\n', "rota.toml: not valid TOML"),
    ('cover = "a"\n', "rota.toml: cover: is no entry; begin each one with a line [[cover]]"),
    ("[cover]\n", "rota.toml: cover: is no entry; begin each one with a line [[cover]]"),
    (ENTRY + "[[cover]]\nfrom = 2026-07-01\nto = 2026-07-02\n", "rota.toml: [[cover]] 2 person: is missing"),
    (ENTRY.replace("covers", "cover"), "rota.toml: [[cover]] 1 cover: is unknown; did you mean covers?"),
    (ENTRY.replace("2026-07-01", '"1 July"'), "rota.toml: [[cover]] 1 from: is missing or no time; write a day like"),
    (ENTRY.replace("to = 2026-07-14\n", ""), "rota.toml: [[cover]] 1 to: is missing or no time"),
    (ENTRY.replace("2026-07-14", "2026-06-14"), "rota.toml: [[cover]] 1 to: lies before from; exchange them"),
    (ENTRY.replace('"c1"', "[]"), "rota.toml: [[cover]] 1 covers: names nobody"),
    (ENTRY.replace('"c1"', "[1]"), "rota.toml: [[cover]] 1 covers: holds a number; put roster ids in quotes"),
    (ENTRY.replace('"c1"', "14"), "rota.toml: [[cover]] 1 covers: holds a number; put roster ids in quotes"),
    (
        "[[cover]]\nperson = 13\nfrom = 2026-07-01\nto = 2026-07-02\n",
        'rota.toml: [[cover]] 1 person: is a number; put the roster id in quotes: person = "13"',
    ),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_a_mistake_is_named_with_file_entry_and_remedy(text: str, said: str) -> None:
    with pytest.raises(ConfigError, match="^" + re.escape(said)):
        read_covers(text, "rota.toml")


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        read_covers("[[cover]]\n[[duty]]\nperson = 3\n", "rota.toml")
    assert len(str(caught.value).splitlines()) == 6


class Minutes:
    """A clock in place of the machine's."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        patch.setattr(rota_file, "monotonic", lambda: self.now)


def test_the_file_is_read_when_it_has_changed_and_a_mistake_keeps_what_was_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, path = Minutes(monkeypatch), tmp_path / "rota.toml"
    settings = Settings(safeguarding=Safeguarding(rota=path))
    assert rota_of(settings) == ()
    path.write_text(ENTRY)
    assert rota_of(settings) == (), "it was looked at less than a second ago"
    clock.now = 1
    (cover,) = rota_of(settings)
    assert cover.person == "c2"
    path.write_text(ENTRY + "[[cover]]\n")
    clock.now = 2
    assert rota_of(settings) == (cover,)
    with pytest.raises(ConfigError, match="person: is missing"):
        read_rota(path)
    path.write_text(ENTRY.replace("c2", "l1"))
    clock.now = 3
    assert [each.person for each in rota_of(settings)] == ["l1"]
    path.unlink()
    clock.now = 4
    assert rota_of(settings) == ()


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rota.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"rota\.toml: not UTF-8 text; save it as UTF-8"):
        read_rota(path)

from datetime import date

import pytest

from bot.engine.days_off import DaysOff, read_days_off

TODAY = date(2026, 12, 1)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("/pause 1w", date(2026, 12, 8)),
        ("pause 2w", date(2026, 12, 15)),
        ("Pause 2 weeks.", date(2026, 12, 15)),
        ("pause for two weeks", date(2026, 12, 15)),
        ("pause 2 uker", date(2026, 12, 15)),
        ("pause i én uke", date(2026, 12, 8)),
        ("pause 10 days", date(2026, 12, 11)),
        ("pause 3 dager", date(2026, 12, 4)),
        ("pause until 2026-12-14", date(2026, 12, 14)),
        ("/pause 2026-12-14", date(2026, 12, 14)),
        ("pause til 14. desember", date(2026, 12, 14)),
        ("pause til og med 14. desember", date(2026, 12, 14)),
        ("PAUSE until 14 December", date(2026, 12, 14)),
        ("pause till 14.12.", date(2026, 12, 14)),
        ("/pause until tomorrow", date(2026, 12, 2)),
        ("pause til i morgen", date(2026, 12, 2)),
        ("/pause a week", date(2026, 12, 8)),
        ("pause ei uke", date(2026, 12, 8)),
        ("pause until 14-12-2026", date(2026, 12, 14)),
        ("pause until the 14th of December", date(2026, 12, 14)),
        ("pause until Monday", date(2026, 12, 7)),
        ("/pause until next Tuesday", date(2026, 12, 8)),
        ("pause til mandag", date(2026, 12, 7)),
    ],
)
def test_a_pause_is_read_with_its_length_or_its_last_day(typed: str, until: date) -> None:
    assert read_days_off(typed, TODAY) == DaysOff("pause", until)


@pytest.mark.parametrize(
    ("typed", "what"),
    [("/pause off", "pause"), ("pause av", "pause"), ("/absence off", "absence"), ("/fravær av", "absence")],
)
def test_its_end_is_read_in_either_language(typed: str, what: str) -> None:
    wish = read_days_off(typed, TODAY)
    assert wish is not None
    assert (wish.what, wish.until) == (what, None)


@pytest.mark.parametrize(
    "typed",
    ["pause", "/pause", "/absence", "pause please", "a pause would be good", "pause 0 weeks", "absence 2 weeks",
     "pause until I feel better", "Pause until a day", "", "/menu off"],
)  # fmt: skip
def test_everything_else_is_something_else(typed: str) -> None:
    assert read_days_off(typed, TODAY) is None


@pytest.mark.parametrize("typed", [
    "/absence 2027-02-10 2027-02-12", "absence 2027-02-10 to 2027-02-12", "/absence 10.2.2027 - 12.2.2027",
    "fravær 2027-02-10 til 2027-02-12",
])  # fmt: skip
def test_days_away_with_first_and_last_are_read_in_one_line(typed: str) -> None:
    assert read_days_off(typed, TODAY) == DaysOff("absence", date(2027, 2, 12), date(2027, 2, 10))


@pytest.mark.parametrize("typed", ["/absence", "/absence 2027-02-10", "/absence next week please", "/absence a b c"])
def test_days_away_without_two_days_are_asked_for(typed: str) -> None:
    assert read_days_off(typed, TODAY) is None

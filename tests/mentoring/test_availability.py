import pytest

from bot.facts.mentoring.availability import WORKING_HOURS, Window, read_window, windows_of


@pytest.mark.parametrize("written", ["tue 16:00-18:00", "Tuesday  16.00 – 18.00", "TUE 16:00-18:00"])
def test_a_window_is_read_as_people_write_it(written: str) -> None:
    window = read_window(written)
    assert window == Window(1, 960, 1080)
    assert windows_of([window.kept()]) == (window,)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("tisdag 16-18", "write it like tue 16:00-18:00"),
        ("tue 18:00-16:00", "must begin before it ends"),
        ("fri 22:00-25:00", "split what goes past midnight in two"),
        ("fri 10:75-12:00", "must begin before it ends"),
    ],
)
def test_a_window_that_is_none_says_how_to_write_it(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_window(written)


def test_whoever_has_said_nothing_has_working_hours() -> None:
    assert windows_of([]) == WORKING_HOURS

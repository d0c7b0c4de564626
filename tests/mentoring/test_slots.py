"""Times at which both could meet: on two clocks, across a change of clocks, around holidays, absences and meetings."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.facts.mentoring.availability import Window, read_window
from bot.facts.mentoring.slots import Side, suggested

OSLO, NEW_YORK = ZoneInfo("Europe/Oslo"), ZoneInfo("America/New_York")
AT_WORK = tuple(Window(day, 9 * 60, 16 * 60) for day in range(5))
MARCH = datetime(2027, 3, 10, 12, tzinfo=UTC)
"""A Wednesday, four days before New York changes its clocks and eighteen before Oslo does."""


def mentor(*windows: str, zone: ZoneInfo = NEW_YORK, country: str = "US") -> Side:
    return Side(zone, tuple(map(read_window, windows)) or AT_WORK, country, within=AT_WORK)


def test_times_lie_in_the_hours_of_both_though_their_clocks_change_on_different_days() -> None:
    times = suggested(Side(OSLO, country="NO"), mentor(), MARCH)
    assert len(times) == 6
    assert len({time.date() for time in times}) == 6
    for time in times:
        here, there = time.astimezone(OSLO), time.astimezone(NEW_YORK)
        assert 9 <= here.hour < 17
        assert 9 <= there.hour < 16
        assert here.weekday() < 5
        assert MARCH.date() < here.date() <= MARCH.date() + timedelta(days=14)
    # Six hours lie between the two clocks, and five once New York has changed its own.
    apart = {time.astimezone(OSLO).utcoffset() - time.astimezone(NEW_YORK).utcoffset() for time in times}  # type: ignore[operator]
    assert apart == {timedelta(hours=6), timedelta(hours=5)}


def test_a_window_keeps_its_hour_on_the_own_clock_over_a_change() -> None:
    before_easter = datetime(2027, 3, 19, 12, tzinfo=UTC)
    tuesdays = Side(OSLO, (read_window("tue 10:00-10:30"),))
    times = suggested(tuesdays, mentor(zone=OSLO, country=""), before_easter)
    assert times == (datetime(2027, 3, 23, 9, tzinfo=UTC), datetime(2027, 3, 30, 8, tzinfo=UTC))


def test_holidays_and_absences_of_either_are_left_out() -> None:
    week = datetime(2027, 5, 14, 12, tzinfo=UTC)
    hers = Side(OSLO, country="NO", away=((date(2027, 5, 18), date(2027, 5, 25)),))
    days = {time.astimezone(OSLO).date() for time in suggested(hers, mentor(zone=OSLO, country="NO"), week)}
    assert days == {date(2027, 5, 26), date(2027, 5, 27), date(2027, 5, 28)}, "17 May is a holiday in Norway"


def test_where_days_are_few_two_times_of_one_are_suggested() -> None:
    only = Side(OSLO, (read_window("tue 10:00-12:00"),))
    times = suggested(only, mentor(zone=OSLO, country=""), MARCH)
    assert [time.astimezone(OSLO).strftime("%d %H:%M") for time in times] == [
        "16 10:00", "16 11:30", "23 10:00", "23 11:30",
    ]  # fmt: skip


def test_other_meetings_and_times_that_were_turned_down_are_left_out() -> None:
    only = Side(OSLO, (read_window("tue 10:00-11:00"),))
    taken = [(datetime(2027, 3, 16, 9, 15, tzinfo=UTC), datetime(2027, 3, 16, 9, 45, tzinfo=UTC))]
    but = {datetime(2027, 3, 23, 9, tzinfo=UTC)}
    times = suggested(only, mentor(zone=OSLO, country=""), MARCH, taken=taken, but=but)
    assert times == (datetime(2027, 3, 23, 9, 30, tzinfo=UTC),)


def test_nothing_is_suggested_where_both_are_never_free() -> None:
    assert suggested(Side(OSLO, (read_window("mon 08:00-09:00"),)), mentor("mon 14:00-16:00"), MARCH) == ()

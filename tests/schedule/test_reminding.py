"""Reminders: twice at most, never after an answer, never when she may not be written to."""

from datetime import UTC, date, datetime, timedelta

from bot.intake.inbound import Kind
from storage.absence import note_absence
from storage.conversations import to_remind
from tests.schedule.calendar import DUE, Days, DaysOf

STILL_OPEN = "Your check-in is still open until Tuesday 8 December, 15:00."
DAY = timedelta(days=1)


def reminders(read: list[tuple[datetime, str]]) -> list[datetime]:
    return [at for at, text in read if "still open until" in text]


def test_she_is_reminded_after_a_day_and_after_three_and_then_no_more(days: Days) -> None:
    days.asked()
    assert reminders(days.live(days=14, hours=-1)) == [DUE + DAY, DUE + 3 * DAY]


def test_a_reminder_asks_the_question_she_is_at_in_one_message_with_its_buttons(days: Days) -> None:
    days.asked()
    days.chat.tap("Start", "4")
    ((_, text),) = days.until(DUE + DAY)
    assert text.startswith(STILL_OPEN)
    assert "How much work do you have?" in text
    assert "[About right]" in text
    assert "Is that all right for you?" in days.chat.tap("About right")
    assert len(days.talks("checkin")) == 1


def test_a_reminder_never_comes_after_she_answered(days: Days) -> None:
    days.asked()
    days.chat.tap("Start", "4", "About right", "Yes", "Yes", "Nothing")
    assert days.live(days=6) == []


def test_whoever_skips_is_left_in_peace_and_has_missed_nothing(days: Days) -> None:
    days.asked()
    assert "Skipped." in days.chat.tap("Skip this one")
    assert days.live(days=6) == []
    assert days.placement().missed == 0


def test_whoever_stops_it_is_left_in_peace_and_has_missed_nothing(days: Days) -> None:
    days.asked()
    days.chat.say("stop")
    assert days.live(days=6) == []
    assert days.placement().missed == 0


def test_whoever_is_in_the_middle_of_it_is_reminded_the_day_after(days: Days) -> None:
    days.asked()
    days.until(DUE + DAY - timedelta(minutes=10))
    days.chat.tap("Start")
    assert reminders(days.until(DUE + 3 * DAY - timedelta(hours=1))) == [DUE + 2 * DAY - timedelta(minutes=10)]


def test_a_talk_she_began_herself_is_never_reminded_of(days_of: DaysOf) -> None:
    days = days_of(next_checkin_at=None)
    days.chat.say("checkin")
    assert days.live(days=6) == []


def test_a_holiday_moves_the_reminder(days_of: DaysOf) -> None:
    christmas_eve = datetime(2026, 12, 24, 14, 0, tzinfo=UTC)
    days = days_of(next_checkin_at=christmas_eve, country="NO")
    days.at(christmas_eve)
    # The 25th, a Friday, and the 26th are holidays, and then it is Sunday.
    assert reminders(days.live(days=6)) == [christmas_eve + 4 * DAY]


def test_a_reminder_that_would_come_after_the_end_is_dropped(days: Days) -> None:
    days.asked()
    with days.chat.work() as uow:
        note_absence(uow.db, "s1", date(2026, 12, 4), date(2026, 12, 8), uow.now)
    assert days.live(days=6) == []
    with days.chat.work() as uow:
        assert to_remind(uow.db, uow.now + 30 * DAY, 10) == []


def test_after_an_outage_one_reminder_comes_and_not_two(days: Days) -> None:
    days.asked()
    read = [(days.clock.moment, text) for text in days.at(DUE + 3 * DAY + timedelta(hours=3))]
    read += days.until(DUE + 4 * DAY)
    assert reminders(read) == [DUE + 4 * DAY]
    assert reminders(days.live(days=2)) == []


def test_a_clock_that_is_set_back_reminds_nobody_twice(days: Days) -> None:
    days.asked()
    assert len(days.at(DUE + DAY)) == 1
    days.clock.skip(hours=-1)
    assert days.live(hours=2) == []


def test_a_reminder_counts_as_a_contact_and_is_claimed(days: Days) -> None:
    days.asked()
    days.at(DUE + DAY)
    (talk,) = days.talks("checkin")
    assert (talk.reminders, talk.remind_at) == (1, DUE + 3 * DAY)


def test_what_she_puts_off_herself_comes_again_the_same_day(days: Days) -> None:
    days.asked()
    assert "in about four hours" in days.chat.tap("Later")
    assert days.live(hours=3) == []
    ((at, text),) = days.live(hours=1)
    assert (at, "Two minutes for a check-in?" in text) == (DUE + timedelta(hours=4), True)


def test_later_on_the_eve_of_a_holiday_says_when_it_comes(days_of: DaysOf) -> None:
    christmas_eve = datetime(2026, 12, 24, 17, 0, tzinfo=UTC)
    days = days_of(next_checkin_at=christmas_eve, country="NO", hour="18:00")
    days.at(christmas_eve)
    assert "I ask again Monday 28 December, 18:00." in days.chat.tap("Later")
    assert [at for at, _ in days.live(days=5)][:1] == [christmas_eve + 4 * DAY]


def test_somebody_who_left_is_reminded_when_she_comes_back(days: Days) -> None:
    days.asked()
    days.chat.receive(days.chat.event(Kind.BLOCKED))
    assert days.until(DUE + 2 * DAY) == []
    days.chat.receive(days.chat.event(Kind.UNBLOCKED))
    assert [STILL_OPEN in text for text in days.tick()] == [True]
    assert days.tick() == []


def test_a_prompt_that_never_reached_her_is_offered_when_she_comes_back(days: Days) -> None:
    days.asked_in_vain()
    assert days.live(hours=2) == []
    days.chat.receive(days.chat.event(Kind.UNBLOCKED))
    assert [STILL_OPEN in text for text in days.tick()] == [True]

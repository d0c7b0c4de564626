"""From the nudge to the calendar, from the agenda to the summary: two people, two clocks, and nothing said too much."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from bot.mentoring.counts import Counts, counts
from bot.mentoring.looking import plan_look
from bot.mentoring.pairs import end
from storage.followups import drop_all
from storage.mentorships import change_mentorship, find_mentorship
from storage.outbox import Priority
from tests.intake.chatting import SETTINGS
from tests.mentoring.town import Town

OSLO, NEW_YORK = ZoneInfo("Europe/Oslo"), ZoneInfo("America/New_York")
WEDNESDAY = datetime(2027, 2, 3, 9, tzinfo=UTC)
HOURS = timedelta(hours=2)
ROOM = "https://example.org/room_1"


def agreed(town: Town, *, at: datetime = WEDNESDAY, mentors_zone: str = "Europe/Oslo") -> int:
    """Anna and Mona have signed at this moment; gives the row id of their pair."""
    town.clock.moment = at
    pair_id = town.matched(town.mentee("anna"), town.mentor("mona", zone=mentors_zone))
    with town.work() as uow:
        pair = find_mentorship(uow.db, pair_id)
        assert pair is not None
        for person in ("anna", "mona"):
            drop_all(uow.db, person)
        signed = {"mentee_signed_at": uow.now, "mentor_signed_at": uow.now, "state_at": uow.now}
        change_mentorship(uow.db, pair, state="agreed", every_days=28, books="mentee", **signed)
        plan_look(uow, SETTINGS, pair)
    town.tick()
    town.tick()
    return pair_id


def times(town: Town, who: str) -> list[str]:
    """The times that can be tapped."""
    return [label for label in town.buttons[who] if label[-3] == ":" and label[-6] == " "]


def booked(town: Town, *, at: datetime = WEDNESDAY) -> int:
    """They have signed, and a meeting is in both calendars: tomorrow at ten; gives the row id of their pair."""
    pair = agreed(town, at=at)
    town.tap("anna", "We have a time")
    town.say("anna", "tomorrow", "10:00", "skip")
    return pair


def held(town: Town) -> int:
    """They have met, and Anna is asked whether they did."""
    pair = booked(town)
    town.skip(days=1, hours=6, step=HOURS)
    return pair


def files(town: Town, who: str) -> list[Any]:
    """The meetings in the files that somebody got, in the order in which they came."""
    calendars = [Calendar.from_ical(file.content) for chat, file in town.files if chat == who]
    return [event for calendar in calendars for event in calendar.walk("VEVENT")]  # read loosely, as calendars do


def methods(town: Town, who: str) -> list[str]:
    """What those files ask a calendar to do."""
    return [str(Calendar.from_ical(file.content)["METHOD"]) for chat, file in town.files if chat == who]


def test_a_time_is_found_on_two_clocks_across_a_change_of_one_of_them(town: Town) -> None:
    agreed(town, at=datetime(2027, 3, 11, 9, tzinfo=UTC), mentors_zone="America/New_York")
    town.tap("anna", "Suggest times")
    tuesday = next(label for label in times(town, "anna") if label.startswith("Tue 16 Mar"))
    town.tap("anna", tuesday, "Done")
    town.say("anna", ROOM)
    town.skip(hours=6, step=HOURS)
    (hers,) = times(town, "mona")
    town.say("mona", hers.lower())
    town.skip(hours=1)
    (anna,), (mona,) = files(town, "anna"), files(town, "mona")
    starts = anna["DTSTART"].dt
    assert starts == mona["DTSTART"].dt
    assert f"{starts:%H:%M}" == tuesday[-5:]
    assert f"{mona['DTSTART'].dt:%H:%M}" == hers[-5:]
    assert starts.astimezone(OSLO).hour - starts.astimezone(NEW_YORK).hour == 5, "New York has changed its clocks"
    assert (anna["SUMMARY"], mona["SUMMARY"]) == ("Meeting with Example Mona", "Meeting with Example Anna")
    assert (anna["UID"], anna["LOCATION"], anna["DTEND"].dt - starts) == (mona["UID"], ROOM, timedelta(minutes=30))
    chat, file = town.files[0]
    assert (chat, file.filename) == ("mona", "meeting.ics")
    assert "DESCRIPTION" not in anna
    unasked = [
        at.astimezone(NEW_YORK) for at, who, priority, _ in town.sent if (who, priority) == ("mona", Priority.PROMPT)
    ]
    assert unasked
    assert all(9 <= at.hour < 16 for at in unasked)


def test_whoever_leaves_one_out_is_asked_again_when_the_next_is_due(town: Town) -> None:
    agreed(town)
    town.tap("anna", "Not this time")
    town.skip(days=22, step=HOURS * 3)
    assert town.of("anna").count("It is time to meet") == 2, "the nudge and the answered one"
    town.skip(days=6, step=HOURS)
    assert town.of("anna").count("It is time to meet") == 3


def test_other_times_are_asked_for_where_none_fits_and_old_buttons_are_stale(town: Town) -> None:
    agreed(town)
    town.tap("anna", "Suggest times", "Another time")
    town.say("anna", "9 February", "09:00", "skip")
    town.skip(hours=2)
    old = town.buttons["mona"]["Tue 9 Feb 09:00"]
    town.tap("mona", "None of these")
    town.skip(days=2, step=HOURS)
    town.tap("anna", "Suggest times")
    assert "Tue 9 Feb 09:00" not in times(town, "anna"), "it was turned down"
    assert any(time.startswith("Tue 9 Feb") for time in times(town, "anna"))
    town.tap("anna", times(town, "anna")[2], "Done", "Skip")
    town.skip(hours=3)
    town.buttons["mona"]["old"] = old
    assert "Which time fits" in town.tap("mona", "old")
    assert not town.files
    town.tap("mona", times(town, "mona")[0])
    assert "You meet Example Anna" in town.last("mona")


def test_the_mentor_sees_nothing_unless_it_was_picked(town: Town) -> None:
    booked(town, at=datetime(2027, 2, 3, 12, tzinfo=UTC))
    town.skip(hours=1)
    town.say("anna", "I finished the report", "My desk is loud", "skip", "back")
    town.say("anna", "skip", "skip")
    town.skip(days=1, step=HOURS)
    assert "There is no agenda from Example Anna" in town.of("mona")
    assert "report" not in town.of("mona")
    assert "desk" not in town.of("mona")


def test_what_was_picked_is_shared_but_no_words_that_a_person_must_read(town: Town) -> None:
    booked(town, at=datetime(2027, 2, 3, 12, tzinfo=UTC))
    town.skip(hours=1)
    town.say("anna", "I finished the *report*", "Nobody talks to me, I feel so alone")
    town.say("anna", "skip", "1, 2")
    town.skip(days=1, step=HOURS)
    assert r"Went well: I finished the \*report\*" in town.of("mona")
    assert "What would make this half hour worth it" in town.of("mona")
    assert "alone" not in town.of("mona")
    assert town.cards()


def test_whoever_must_move_calls_it_off_in_both_calendars_and_suggests_anew(town: Town) -> None:
    booked(town)
    town.skip(days=1, minutes=-10)
    assert "You meet Example Anna at 10:00" in town.last("mona")
    town.tap("anna", "I am a bit late")
    assert "Example Anna is a bit late" in town.of("mona")
    assert "Shall we find a time?" in town.tap("mona", "I must move it")
    town.skip(minutes=30)
    assert methods(town, "anna") == methods(town, "mona") == ["REQUEST", "CANCEL"]
    first, last = files(town, "anna")
    assert (first["UID"], int(first["SEQUENCE"]), int(last["SEQUENCE"])) == (last["UID"], 0, 1)
    assert last["STATUS"] == "CANCELLED"


def test_a_meeting_on_another_day_changes_in_the_calendar_and_is_asked_after_then(town: Town) -> None:
    pair = held(town)
    town.say("anna", "not yet, it is on another day", "8 February", "skip")
    first, last = files(town, "anna")
    assert (first["UID"], int(last["SEQUENCE"])) == (last["UID"], 1)
    assert last["DTSTART"].dt == datetime(2027, 2, 8, 10, tzinfo=OSLO)
    town.skip(days=4, hours=2, step=HOURS)
    town.say("anna", "yes", "skip", "skip", "3")
    assert town.pair(pair).met_at == datetime(2027, 2, 8, 9, tzinfo=UTC)


def test_what_came_of_it_is_written_down_confirmed_and_reminded_of(town: Town) -> None:
    pair = held(town)
    town.tap("anna", "Yes")
    town.say("anna", "Ask earlier", "Write to two people", "I do", "15 February")
    town.say("anna", "Introduce Anna to a colleague", "my mentor", "15 February", "skip")
    assert "• Example Anna: Write to two people (by 15 February 2027)" in town.tap("anna", "4")
    found = town.pair(pair)
    assert (found.state, found.not_held, found.turn) == ("active", 0, 1)
    town.skip(days=1, step=HOURS)
    town.tap("mona", "Yes, now")
    assert "Taken away: Ask earlier" in town.of("mona")
    town.tap("mona", "I want to add something")
    town.say("mona", "Well done")
    assert "added to the summary of your meeting: “Well done”" in town.of("anna")
    town.skip(days=9, step=HOURS)
    assert town.of("anna").count("Write to two people”, until 15 February 2027. Is it done?") == 1
    town.tap("anna", "I need more time")
    town.say("anna", "20 February")
    town.skip(days=24, step=HOURS * 2)
    assert "Write to two people”, until 20 February 2027. Is it done?" in town.of("anna")
    assert town.of("mona").count("What you wanted to do") == 1, "a mentor is nudged once, and not again"


def test_a_mentor_says_whether_it_happened_where_the_mentee_does_not(town: Town) -> None:
    pair = held(town)
    town.skip(days=5, step=HOURS)
    town.tap("mona", "Yes, now", "Yes")
    assert town.pair(pair).state == "active"
    with town.work() as uow:
        assert counts(uow.db, [pair, 99]) == {pair: Counts(held=1), 99: Counts()}


def test_two_meetings_in_a_row_that_fail_are_looked_at_and_each_is_asked_alone(town: Town) -> None:
    pair = held(town)
    town.tap("anna", "It did not happen", "We have a time")
    assert not town.cards()
    town.say("anna", "tomorrow", "10:00", "skip")
    town.skip(days=1, hours=6, step=HOURS)
    town.tap("anna", "It did not happen")
    assert "Is the mentoring still wanted?" not in town.last("anna")
    assert len(town.cards()) == 1
    town.skip(days=5, step=HOURS)
    assert "Is the mentoring still wanted?" in town.of("anna")
    assert "Do you still meet?" in town.of("mona")
    with town.work() as uow:
        assert counts(uow.db, [pair])[pair] == Counts(missed=2)


def test_another_mentor_is_offered_after_two_meetings_of_little_worth(town: Town) -> None:
    pair = held(town)
    town.say("anna", "yes", "skip", "skip", "2")
    town.skip(days=25, step=HOURS * 3)
    town.tap("anna", "We have a time")
    town.say("anna", "tomorrow", "10:00", "skip")
    town.skip(days=1, hours=6, step=HOURS)
    assert "hears that you would like somebody else" in town.say("anna", "yes", "skip", "skip", "1")
    assert not town.cards()
    town.tap("anna", "Yes")
    assert town.pair(pair).state == "rematched"
    assert len(town.cards()) == 1


def test_a_pair_that_ends_takes_its_meeting_out_of_both_calendars(town: Town) -> None:
    pair_id = booked(town)
    town.skip(hours=1)
    with town.work() as uow:
        pair = find_mentorship(uow.db, pair_id)
        assert pair is not None
        end(uow, SETTINGS, pair, "stopped")
    town.skip(hours=1)
    assert methods(town, "anna") == methods(town, "mona") == ["REQUEST", "CANCEL"]

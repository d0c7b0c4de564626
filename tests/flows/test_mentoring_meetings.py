"""The talks about a meeting: each asks only what its branch needs."""

from flows.conditions import Value
from flows.mentoring.meetings.action import action_due
from flows.mentoring.meetings.afterwards import meeting_after, meeting_confirm
from flows.mentoring.meetings.before import meeting_prep, meeting_soon
from flows.mentoring.meetings.booking import meeting_nudge, meeting_times
from tests.flows.playing import play


def test_times_are_picked_or_said_and_a_place_is_asked_only_with_one() -> None:
    suggested = play(meeting_nudge, {"book": "propose", "times": ("slot_1", "slot_3")}, free_times=4)
    assert suggested.asked == ["book", "times", "place"]
    own = play(
        meeting_nudge, {"book": "propose", "times": ("other",), "day": "2027-03-02", "at": "10:00"}, free_times=4
    )
    assert own.asked == ["book", "times", "day", "at", "place"]
    assert play(meeting_nudge, {"book": "booked", "day": "2027-03-02"}).asked == ["book", "day", "at"]
    assert play(meeting_nudge, {"book": "skip"}).said == ["skipped"]
    assert play(meeting_nudge).said == ["nothing"]


def test_where_both_are_never_free_a_time_of_her_own_is_asked_for() -> None:
    played = play(meeting_nudge, {"book": "propose"}, free_times=0)
    assert (played.asked, played.said[0]) == (["book", "day"], "no_common_time")


def test_a_time_is_taken_or_others_are_asked_for() -> None:
    assert play(meeting_times, {"time": "slot_2"}, times_offered=2).said == []
    assert play(meeting_times, {"time": "none"}, times_offered=2).said == ["none_fits"]
    over = play(meeting_times, times_offered=0)
    assert (over.asked, over.said) == ([], ["over"])


def test_what_may_be_seen_is_asked_only_where_something_was_written() -> None:
    assert play(meeting_prep).asked == ["well", "hard", "leave_with"]
    assert play(meeting_prep, {"hard": "…"}).asked[-1] == "may_see"
    assert "still_open" in play(meeting_prep, pair_actions_open=True).said
    assert play(meeting_prep, {"hard": "…"}, heard={"hard": "attention"}).said[-1] == "read_first"
    assert play(meeting_soon, {"coming": "late"}).said == ["told"]


def test_afterwards_only_what_happened_is_asked_after() -> None:
    whole = play(meeting_after, {"happened": "yes", "what_1": "…", "what_2": "…", "worth": 2})
    assert whole.asked == [
        "happened", "takeaway", "what_1", "who_1", "when_1", "what_2", "who_2", "when_2", "what_3", "worth",
    ]  # fmt: skip
    assert play(meeting_after, {"happened": "yes"}).asked == ["happened", "takeaway", "what_1", "worth"]
    assert play(meeting_after, {"happened": "not_yet", "new_day": "2027-03-02"}).asked[-1] == "new_time"
    assert play(meeting_after, {"happened": "moved"}).asked == ["happened"]
    assert play(meeting_after, {"happened": "no"}).said == ["noted"]


def test_another_mentor_is_offered_after_two_meetings_that_were_hardly_worth_it() -> None:
    low: dict[str, Value] = {"happened": "yes", "worth": 2}
    assert play(meeting_after, low).asked[-1] == "worth"
    assert play(meeting_after, low, worth_low_before=True).asked[-1] == "rematch"
    assert "closing" not in play(meeting_after, {**low, "rematch": "yes"}, worth_low_before=True).said


def test_the_mentor_reads_the_summary_or_is_asked_whether_it_happened() -> None:
    assert play(meeting_confirm, {"agree": "edit"}, meeting_held=True).asked == ["agree", "add"]
    assert play(meeting_confirm, {"happened": "yes"}).said == ["noted"]
    assert play(meeting_confirm, {"happened": "not_yet"}).asked == ["happened", "new_day"]


def test_something_to_do_is_done_put_off_or_dropped() -> None:
    assert play(action_due, {"done": "more"}).asked == ["done", "until"]
    assert play(action_due, {"done": "drop"}).said == ["noted"]
    assert play(action_due, action_at_hand=False).said == ["settled"]

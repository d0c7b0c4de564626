"""Whatever nobody does finds the next person by itself, and she is told the truth about it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cases.case_file import CaseFile, load_file
from bot.cases.clock.climbing import mend_clocks
from bot.config import Settings
from flows.severity import Severity
from storage.unit_of_work import UnitOfWork
from tests.cases.office import TUESDAY, Office, labels

FRIDAY = datetime(2026, 3, 6, 14, 0, tzinfo=UTC)
"""15:00 in Oslo, an hour before the office closes; 16:00 in Johannesburg."""
SORRY = "I am sorry: "


def ladder(now: datetime = TUESDAY) -> Office:
    return Office(now, deputy="c2", lead="l1")


def until(office: Office, moment: datetime, minutes: int = 30) -> list[str]:
    """Let time pass in steps, with a tick at each; gives the apologies that were written."""
    written: list[str] = []
    while office.now < moment:
        office.now = min(office.now + timedelta(minutes=minutes), moment)
        office.tick()
        written += [text for text in late_news(office) if text not in written]
    return written


def asked(office: Office, case: int = 1) -> list[str]:
    return [change.detail for change in office.changes(case) if change.what == "asked"]


def late_news(office: Office) -> list[str]:
    return [text for text in office.to_student() if SORRY in text]


def test_over_a_weekend_attention_reaches_the_coordinator_then_the_deputy_then_the_lead_every_day() -> None:
    office = ladder(FRIDAY)
    case = office.hear(Severity.ATTENTION)
    assert office.case(case).deadline_at == datetime(2026, 3, 10, 14, tzinfo=UTC)
    until(office, datetime(2026, 3, 10, 9, 30, tzinfo=UTC))
    assert not any(office.to(staff) for staff in ("c1", "c2", "l1"))
    until(office, datetime(2026, 3, 10, 13, 30, tzinfo=UTC))
    assert office.to("c1") == ["Case 2026-0001 (attention) waits for somebody to take it, by 15:00. Open Slack."]
    assert office.to("c2") == []
    until(office, datetime(2026, 3, 10, 14, tzinfo=UTC))
    assert len(office.to("c2")) == 1
    until(office, datetime(2026, 3, 11, 14, tzinfo=UTC))
    assert len(office.to("l1")) == 1
    until(office, datetime(2026, 3, 16, 14, tzinfo=UTC))
    assert asked(office) == ["c2", "l1", "l1", "l1", "l1"], "each working day, and not at the weekend"
    assert len(office.to("c1")) == 1


def test_she_reads_an_apology_for_each_broken_promise_and_then_that_we_go_on() -> None:
    office = ladder()
    office.hear(Severity.ATTENTION)
    assert until(office, TUESDAY + timedelta(days=14)) == [
        "I am sorry: nobody has answered in your case 2026-0001 by the time I gave you. I have now asked Example "
        "Colleague, who answers by Friday 6 March, 11:00.",
        "I am sorry: your case 2026-0001 still waits. I have now asked Example Lead too, who answers by Monday 9 "
        "March, 11:00.",
        "I am sorry: your case 2026-0001 still waits for an answer. I go on asking Example Lead until somebody takes "
        "it, and then I write to you. What is known at any time stands under /cases.",
    ]


def test_urgent_matters_of_safety_climb_at_night_and_at_the_weekend() -> None:
    saturday_night = datetime(2026, 3, 7, 22, 0, tzinfo=UTC)
    office = ladder(saturday_night)
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    until(office, saturday_night + timedelta(hours=3))
    assert [len(office.to(staff)) for staff in ("c1", "g1", "g2", "c2")] == [1, 2, 2, 0]
    until(office, saturday_night + timedelta(hours=4))
    assert asked(office) == ["c2"]
    assert "You can also turn to " in late_news(office)[0]
    until(office, saturday_night + timedelta(hours=16))
    assert asked(office) == ["c2", "l1", "l1", "l1"]
    assert office.press("c2", "take", case) is None, "the deputy may take what she was asked for"


def test_other_urgent_matters_count_working_hours() -> None:
    office = ladder(FRIDAY)
    office.hear(Severity.URGENT)
    until(office, datetime(2026, 3, 9, 9, 30, tzinfo=UTC))
    assert asked(office) == []
    until(office, datetime(2026, 3, 9, 10, tzinfo=UTC))
    assert asked(office) == ["c2"]


def test_holidays_of_the_team_are_no_working_days() -> None:
    before_easter = datetime(2026, 4, 1, 10, 0, tzinfo=UTC)
    office = ladder(before_easter)
    office.settings = office.settings.model_copy(
        update={"team": office.settings.team.model_copy(update={"country": "NO"})}
    )
    case = office.hear(Severity.ATTENTION)
    assert office.case(case).deadline_at == datetime(2026, 4, 8, 10, tzinfo=UTC)


def test_the_hour_stays_when_the_clocks_change() -> None:
    friday_before_summer_time = datetime(2026, 3, 27, 10, 0, tzinfo=UTC)
    office = ladder(friday_before_summer_time)
    case = office.hear(Severity.ATTENTION)
    assert office.case(case).deadline_at == datetime(2026, 3, 31, 9, tzinfo=UTC)
    until(office, datetime(2026, 3, 31, 9, tzinfo=UTC))
    assert asked(office) == ["c2"]


def test_what_is_not_urgent_is_told_to_her_in_the_morning_and_taken_back_if_it_is_no_longer_true() -> None:
    office = ladder()
    office.change("s1", timezone="Pacific/Auckland")
    case = office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=2))
    (late,) = [each.row for each in office.posted() if each.row.key == f"late:{case}"]
    assert late.not_before == datetime(2026, 3, 5, 19, 0, tzinfo=UTC), "eight in the morning in Auckland"
    office.press("c2", "take", case)
    assert late_news(office) == []


def test_what_is_urgent_is_told_to_her_at_once_by_day() -> None:
    office = ladder(datetime(2026, 3, 7, 6, 0, tzinfo=UTC))
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    until(office, office.now + timedelta(hours=4))
    (late,) = [each.row for each in office.posted() if each.row.key == f"late:{case}"]
    assert late.not_before is None


def test_whoever_it_was_handed_to_is_reminded_and_not_asked_again_as_deputy() -> None:
    office = ladder()
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "hand_over_to", case, to="c2")
    until(office, TUESDAY + timedelta(days=2))
    assert [change.detail for change in office.changes(case) if change.what == "reminded"] == ["c2"]
    assert asked(office) == ["g1"], "the next on call"


def test_without_a_deputy_the_next_on_call_is_asked_and_without_a_lead_whoever_has_the_role() -> None:
    office = Office()
    office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=3))
    assert asked(office) == ["g1", "l1"]


def test_with_nobody_to_reach_she_is_told_the_truth_and_the_case_goes_on_climbing() -> None:
    office = ladder()
    for staff in ("c1", "c2", "g1", "g2", "l1"):
        office.change(staff, slack_id="")
    case = office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=3))
    assert asked(office) == []
    assert late_news(office)[0].startswith(
        "I am sorry: nobody has answered in your case 2026-0001, and I can reach nobody on the team now."
    )
    assert "You can also turn to " in late_news(office)[0]
    assert office.log(case)[-1].endswith("please mend the roster.")
    assert office.case(case).deadline_at < office.now, "nothing is promised that nobody can keep"
    office.change("l1", slack_id="UL1")
    until(office, TUESDAY + timedelta(days=6))
    assert asked(office)[:1] == ["l1"]


def test_a_stand_in_is_asked_where_the_first_cannot_be_reached() -> None:
    office = ladder()
    office.change("c2", slack_id="")
    office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=2))
    assert asked(office) == ["g1"]


def test_taking_ends_the_climb() -> None:
    office = ladder()
    case = office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=2))
    office.press("c2", "take", case)
    office.reply("c2", case, "How are you?")
    until(office, TUESDAY + timedelta(days=10))
    assert asked(office) == ["c2"]
    assert office.case(case).climb_at is None


def test_the_card_says_that_it_is_late_and_who_was_asked() -> None:
    office = ladder()
    case = office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=3))
    card = office.card(case)
    assert card.title == "[ATTENTION] Case 2026-0001 · overdue · respond by Mon 9 Mar, 10:00"
    assert ("Asked", "Example Colleague, Example Lead") in card.fields
    assert labels(card) == ["Open case", "I take it", "Hand over"]


def test_after_a_long_standstill_each_case_takes_one_step() -> None:
    office = ladder()
    office.hear(Severity.ATTENTION)
    office.later(days=20)
    assert office.tick() == 1
    assert office.tick() == 0
    assert asked(office) == ["c2"]
    assert len(late_news(office)) == 1
    assert office.case(1).climb_at == datetime(2026, 3, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize("severity", [Severity.ATTENTION, Severity.URGENT])
def test_a_clock_that_was_set_back_far_begins_anew_and_hurries_nobody(severity: Severity) -> None:
    office = ladder()
    case = office.hear(severity, "safety", restricted=True)
    office.later(days=-60)
    office.tick()
    deadline = office.case(case).deadline_at
    assert office.now < deadline <= office.now + timedelta(days=4)
    until(office, deadline - timedelta(minutes=1), minutes=60)
    assert asked(office) == []
    until(office, deadline)
    assert asked(office) == ["c2"]


def test_a_clock_that_was_set_back_stops_no_calls() -> None:
    office = ladder()
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    for _ in range(3):
        office.later(hours=-1)
        assert office.tick() == 1
    assert len([change for change in office.changes(1) if change.what == "paged"]) == 4


def test_a_clock_that_was_set_back_a_little_is_mended_in_a_quiet_moment() -> None:
    office = ladder()
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.later(days=-1)
    assert office.tick() == 0, "an attention case might well wait so long"
    with office.work() as uow:
        assert mend_clocks(uow, office.settings) == 1
        assert mend_clocks(uow, office.settings) == 0
    assert office.case(case).deadline_at == office.now + timedelta(hours=4)


def test_a_case_that_fails_holds_no_other_up(monkeypatch: pytest.MonkeyPatch) -> None:
    office = ladder()
    office.hear(Severity.ATTENTION)
    office.hear(Severity.ATTENTION, "practical")
    office.later(days=2)

    def broken(uow: UnitOfWork, settings: Settings, case_id: int) -> CaseFile | None:
        if case_id == 1:
            raise RuntimeError("broken")
        return load_file(uow, settings, case_id)

    monkeypatch.setattr("bot.cases.clock.climbing.load_file", broken)
    assert office.tick() == 1
    assert asked(office, 2) == ["c2"]
    monkeypatch.undo()
    assert office.tick() == 0
    office.later(minutes=1)
    assert office.tick() == 1
    assert asked(office, 1) == ["c2"]


@pytest.mark.parametrize(("severity", "hours"), [(Severity.URGENT, 4), (Severity.EMERGENCY, 1)])
def test_whoever_waits_for_her_in_something_urgent_is_told_that_she_is_silent(severity: Severity, hours: int) -> None:
    office = ladder()
    case = office.hear(severity, "safety", restricted=True)
    office.press("g1", "take", case)
    office.reply("g1", case, "Are you there?")
    told = len(office.to("g1"))
    until(office, TUESDAY + timedelta(hours=hours, minutes=-30))
    assert len(office.to("g1")) == told
    until(office, TUESDAY + timedelta(days=3))
    silent = [text for text in office.to("g1")[told:] if "has not answered" in text]
    assert len(silent) == 3
    assert office.case(case).state == "waiting", "it stays with whoever writes with her"


def test_her_answer_ends_the_wait() -> None:
    office = ladder()
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.press("g1", "take", case)
    office.reply("g1", case, "Are you there?")
    office.write(case, "yes")
    until(office, TUESDAY + timedelta(hours=3, minutes=30))
    assert not any("has not answered" in text for text in office.to("g1"))


def test_what_is_late_is_not_called_overdue_twice() -> None:
    office = ladder()
    case = office.hear(Severity.ATTENTION)
    until(office, TUESDAY + timedelta(days=14), minutes=120)
    assert office.card(case).title.count("overdue") == 1

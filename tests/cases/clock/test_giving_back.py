"""Taken is not done: whoever has a case and does nothing is reminded, and then it goes to the next person."""

from datetime import timedelta

import pytest

from bot.words.outgoing import Message
from flows.severity import Severity
from tests.cases.clock.test_climbing import asked, ladder, until
from tests.cases.office import TUESDAY, Office, shown

REMINDED = [
    (Severity.EMERGENCY, {"minutes": 30}, {"minutes": 60}),
    (Severity.URGENT, {"hours": 2}, {"hours": 4}),
    (Severity.ATTENTION, {"days": 1}, {"days": 2}),
]


def taken(severity: Severity = Severity.URGENT, by: str = "g1") -> Office:
    office = ladder()
    office.hear(severity, "safety", restricted=True)
    office.press(by, "take", 1)
    return office


@pytest.mark.parametrize(("severity", "reminder", "end"), REMINDED)
def test_whoever_has_it_is_reminded_and_loses_it(
    severity: Severity, reminder: dict[str, float], end: dict[str, float]
) -> None:
    office = taken(severity)
    until(office, TUESDAY + timedelta(**reminder) - timedelta(minutes=1), minutes=10)
    assert not any("nothing has happened" in text for text in office.to("g1"))
    until(office, TUESDAY + timedelta(**reminder))
    assert "nothing has happened in it for" in office.to("g1")[-1]
    until(office, TUESDAY + timedelta(**end) - timedelta(minutes=1), minutes=10)
    assert office.case(1).state == "taken"
    until(office, TUESDAY + timedelta(**end))
    case = office.case(1)
    assert (case.state, case.assignee_id, case.taken_at) == ("open", "", None)
    assert any(text.startswith("Case 2026-0001 goes to the next person") for text in office.to("g1"))
    assert office.done(1).count("given_back") == 1
    assert any("Given back: Example Guardian had it" in line for line in office.log(1))


def test_the_ladder_goes_on_at_the_deputy_and_she_reads_who_is_asked_now() -> None:
    office = taken()
    until(office, TUESDAY + timedelta(hours=4))
    assert asked(office) == ["c2"]
    assert office.to_student()[-1].startswith(
        "I am sorry: Example Guardian did not get on with your case 2026-0001 in time. I have now asked Example "
        "Colleague, who answers by Tuesday 3 March, 19:00."
    )
    until(office, TUESDAY + timedelta(hours=8))
    assert asked(office) == ["c2", "l1"]


def test_an_emergency_that_was_given_back_is_called_again_at_the_deputy() -> None:
    office = taken(Severity.EMERGENCY)
    until(office, TUESDAY + timedelta(minutes=60), minutes=10)
    assert [change.detail for change in office.changes(1) if change.what == "paged"] == ["g1", "c2"]
    assert (
        "I have heard nothing more from Example Guardian, so I am alerting the next person now"
        in (office.to_student()[-1])
    )
    until(office, TUESDAY + timedelta(minutes=70))
    assert [change.detail for change in office.changes(1) if change.what == "paged"] == ["g1", "c2", "l1"]


def test_one_tap_says_that_she_is_on_it() -> None:
    office = taken()
    until(office, TUESDAY + timedelta(hours=2))
    reminder = next(each for each in reversed(office.posted()) if each.row.chat == "UG1")
    assert isinstance(reminder.outgoing, Message)
    assert [button.data for button in reminder.outgoing.buttons[0]] == ["case:open:1", "case:on_it:1"]
    assert office.press("g1", "on_it", 1) is None
    assert office.to("g1")[-1] == "Thank you. Case 2026-0001 stays with you. Please act by 16:00."
    until(office, TUESDAY + timedelta(hours=5))
    assert office.case(1).state == "taken"
    until(office, TUESDAY + timedelta(hours=6))
    assert office.case(1).state == "open"


def test_only_whoever_has_it_can_say_so() -> None:
    office = taken()
    assert "Only Example Guardian, who has this case, can say so." in shown(office.press("g2", "on_it", 1))
    assert "This case is restricted. Only safeguarding" in shown(office.press("c1", "on_it", 1))
    office.reply("g1", 1, "How are you?")
    assert "waiting for the student" in shown(office.press("g1", "on_it", 1))


def test_while_we_wait_for_her_nobody_is_late_and_her_answer_starts_the_clock() -> None:
    office = taken()
    office.reply("g1", 1, "How are you?")
    until(office, TUESDAY + timedelta(days=3), minutes=240)
    assert office.case(1).state == "waiting"
    office.write(1, "worse")
    wrote = office.now
    until(office, wrote + timedelta(hours=4))
    assert office.case(1).state == "open"


def test_her_further_messages_do_not_put_it_off() -> None:
    office = taken()
    until(office, TUESDAY + timedelta(hours=3))
    office.write(1, "are you there?")
    until(office, TUESDAY + timedelta(hours=4))
    assert office.case(1).state == "open"


def test_the_next_to_be_asked_is_not_the_one_who_lost_it() -> None:
    office = ladder()
    office.hear(Severity.URGENT)
    office.press("c2", "take", 1)
    until(office, TUESDAY + timedelta(hours=4))
    assert asked(office) == ["g1"], "the deputy lost it, so it is the next on call"


def test_nobody_loses_a_case_without_a_reminder_though_the_program_was_down() -> None:
    office = taken()
    office.later(hours=30)
    office.tick()
    assert office.case(1).state == "taken"
    assert "nothing has happened in it for 1 d 6 h" in office.to("g1")[-1]
    until(office, office.now + timedelta(hours=1))
    assert office.case(1).state == "open"


def test_of_a_click_and_a_tick_at_once_the_click_wins() -> None:
    office = taken()
    office.later(hours=2)
    office.tick()
    office.later(hours=2)
    office.press("g1", "resolve_as", 1, outcome="solved")
    assert office.tick() == 0
    assert office.case(1).state == "resolved"

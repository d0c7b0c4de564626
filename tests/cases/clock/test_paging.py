from datetime import timedelta
from itertools import pairwise

import pytest

from flows.severity import Severity
from tests.cases.office import Office

NOBODY_YET = "Nobody has answered yet. Please call"
NEXT_PERSON = "Nobody has answered yet, so I am now alerting the next person too."


@pytest.fixture
def called() -> Office:
    office = Office(on_call=("g1", "g2"), deputy="c2", lead="l1", second_channel="telegram:-1007")
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    return office


def paged(office: Office) -> list[str]:
    return [change.detail for change in office.changes(1) if change.what == "paged"]


def test_nobody_is_called_again_before_ten_minutes(called: Office) -> None:
    called.later(minutes=9, seconds=59)
    assert called.tick() == 0
    called.later(seconds=1)
    assert called.tick() == 1
    assert called.tick() == 0


def test_the_first_is_called_twice_then_the_next_then_the_deputy_then_the_lead_then_round_again(called: Office) -> None:
    for _ in range(6):
        called.later(minutes=10)
        called.tick()
    assert paged(called) == ["g1", "g1", "g2", "c2", "l1", "g1", "g2"]
    assert called.to("l1") == [
        "EMERGENCY, not taken for 40 min. Case 2026-0001. Open Slack and press I take it."
    ]  # fmt: skip


def test_the_second_channel_hears_every_call_with_the_number_only(called: Office) -> None:
    called.later(minutes=10)
    called.tick()
    rows = [each for each in called.posted() if each.row.chat == "-1007"]
    assert [row.text for row in rows] == called.to("g1")
    assert all(not getattr(row.outgoing, "buttons", ()) for row in rows)
    assert {row.row.lane for row in rows} == {"telegram"}


def test_taking_ends_the_calls(called: Office) -> None:
    called.press("g2", "take", 1)
    called.later(minutes=29)
    assert called.tick() == 0
    assert called.case(1).page_at is None


def test_after_a_long_standstill_each_case_is_called_once(called: Office) -> None:
    called.later(hours=3)
    assert called.tick() == 1
    assert called.case(1).page_at == called.now + timedelta(minutes=10)


def test_she_is_told_the_truth_and_never_the_same_block_twice_in_ten_minutes(called: Office) -> None:
    said: list[str] = []
    for _ in range(9):
        called.later(minutes=10)
        before = len(called.to_student())
        called.tick()
        said.append(" ".join(called.to_student()[before:]))
    assert [bool(text) for text in said] == [True, True, True, False, False, True, False, False, True]
    spoken = [text for text in said if text]
    assert spoken[0].startswith(NOBODY_YET)
    assert spoken[1].startswith(NEXT_PERSON)
    assert all(first != second for first, second in pairwise(spoken))


def test_whom_no_message_reaches_is_passed_over(called: Office) -> None:
    called.change("g2", slack_id="")
    called.later(minutes=10)
    called.tick()
    called.later(minutes=10)
    called.tick()
    assert paged(called) == ["g1", "g1", "c2"]


def test_with_nobody_to_call_the_card_the_second_channel_and_she_are_told_all_the_same() -> None:
    office = Office(second_channel="telegram:-1007")
    for staff in ("g1", "g2", "l1", "c1", "c2"):
        office.change(staff, slack_id="")
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.later(minutes=10)
    assert office.tick() == 1
    assert paged(office) == []
    assert len([each for each in office.posted() if each.row.chat == "-1007"]) == 2
    assert office.to_student()[-1].startswith(NOBODY_YET)
    assert len(office.cards(case)) == 2


def test_an_urgent_case_is_not_paged() -> None:
    office = Office()
    office.hear(Severity.URGENT, "safety", restricted=True)
    office.later(hours=1)
    assert office.tick() == 0

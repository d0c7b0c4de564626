"""The questions on day 2, 7 and 30 after a report."""

import pytest

from flows.conditions import Value
from flows.conflict.afterwards import AFTERWARDS, DAYS
from flows.steps import Flow
from tests.flows.playing import play


def test_there_is_one_for_each_day_and_all_ask_the_same() -> None:
    assert [flow.id for flow in AFTERWARDS] == [f"conflict_after_{days}" for days in DAYS]
    assert len({flow.items for flow in AFTERWARDS}) == 1


@pytest.mark.parametrize("flow", AFTERWARDS, ids=lambda flow: flow.id)
@pytest.mark.parametrize("restricted", [False, True])
@pytest.mark.parametrize(
    ("answers", "tell", "flags", "closing"),
    [
        ({"now": "better", "treated": "no"}, False, set(), "closing_better"),
        ({"now": "over", "treated": "no"}, False, set(), "closing_better"),
        ({"now": "same", "treated": "no"}, False, set(), "closing_same"),
        ({}, False, set(), "closing_same"),
        ({"now": "worse", "treated": "no"}, True, {"worse"}, "closing_urgent"),
        ({"now": "better", "treated": "yes"}, True, {"retaliation"}, "closing_urgent"),
        ({"now": "worse", "treated": "yes"}, True, {"worse", "retaliation"}, "closing_urgent"),
    ],
)
def test_it_asks_how_it_is_and_whether_anybody_made_her_pay(
    flow: Flow, restricted: bool, answers: dict[str, Value], tell: bool, flags: set[str], closing: str
) -> None:
    played = play(flow, answers, case_restricted=restricted)
    ending = "_restricted" if restricted else ""
    kept = "_restricted" if restricted or "retaliation" in flags else ""
    assert played.asked == ["now", "treated", *([f"tell{kept}"] if tell else [])]
    raised = {f"worse{ending}" if flag == "worse" else flag for flag in flags}
    assert played.flags == dict.fromkeys(raised, "urgent")
    assert played.restricted == raised - {"worse"}
    assert played.said[0] == closing
    assert played.said[1:] == (["for_now"] if flags else ["no_retaliation"])


@pytest.mark.parametrize("flow", AFTERWARDS, ids=lambda flow: flow.id)
def test_retaliation_is_a_case_of_its_own(flow: Flow) -> None:
    (flag,) = [flag for flag in play(flow, {"treated": "yes"}).raised if flag.id == "retaliation"]
    assert flag.anew

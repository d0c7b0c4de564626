import pytest

from flows.steps import Flag
from flows.wages import KINDS, PAPERS, wages
from tests.flows.playing import play

SHARE = ["share", "share_work", "share_how", "share_unsafe"]


def test_a_dispute_about_wages_is_for_safeguarding_and_whom_she_allows() -> None:
    assert all(item.restricted for item in wages.items if isinstance(item, Flag))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != PAPERS])
def test_pay_or_contract_is_looked_at(kind: str) -> None:
    played = play(wages, {"kind": kind})
    assert played.flags == {"pay_or_contract": "attention"}
    assert played.asked == ["kind", "since", "papers", "need_now", "agreement", *SHARE]
    assert played.said == ["duty", "closing", "advice"]
    assert played.opened == ["wages_after"]


def test_no_money_for_food_or_rent_is_urgent() -> None:
    played = play(wages, {"kind": "late", "need_now": "yes"})
    assert played.flags == {"pay_or_contract": "attention", "no_money": "urgent"}
    assert played.said == ["duty", "need_now_help", "closing_urgent", "advice"]


@pytest.mark.parametrize("answers", [{"kind": PAPERS}, {"kind": "not_paid", "papers": "yes"}])
def test_kept_papers_are_an_emergency_about_safety(answers: dict[str, str]) -> None:
    played = play(wages, answers, stop_at="need_now")
    emergency = next(flag for flag in played.raised if flag.id == "papers_kept")
    assert (emergency.severity.word, emergency.topic) == ("emergency", "safety")
    assert played.said == ["duty", "papers_now"]
    assert play(wages, answers).said[-1] == "closing_emergency"


def test_whoever_says_nothing_is_not_asked_who_may_know() -> None:
    played = play(wages)
    assert (played.flags, played.opened) == ({}, [])
    assert "share" not in played.asked
    assert played.said == ["duty", "closing_noted", "advice"]

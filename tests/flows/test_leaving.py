import pytest

from flows.leaving import leaving
from tests.flows.playing import play


@pytest.mark.parametrize(
    ("what", "severity", "advice"),
    [
        ("thinking", "attention", "other_ways"), ("decided", "urgent", "other_ways"),
        ("dismissed", "urgent", "after_dismissal"), ("stopped", "urgent", "after_stopping"),
    ],
)  # fmt: skip
def test_where_she_stands_decides_how_soon_a_person_looks(what: str, severity: str, advice: str) -> None:
    played = play(leaving, {"what": what})
    assert list(played.flags.values()) == [severity]
    assert played.restricted == set()
    assert played.said == ["closing" if severity == "attention" else "closing_urgent", advice]
    assert played.opened == ["leaving_after"]


def test_unsafe_to_go_back_is_urgent_for_safeguarding_and_offers_to_look_at_it() -> None:
    answers = {"what": "thinking", "unsafe": "yes", "conflict_now": "yes"}
    played = play(leaving, answers, conversations=("conflict",))
    assert played.flags == {"thinks_of_leaving": "attention", "unsafe_to_go_back": "urgent"}
    assert played.restricted == {"unsafe_to_go_back"}
    assert played.opened == ["leaving_after", "conflict"]
    assert "conflict_now" not in play(leaving, answers, conversations=()).asked


@pytest.mark.parametrize(("what", "step"), [("thinking", "talk_first"), ("decided", "talk_first"),
                                            ("dismissed", "contact"), ("stopped", "contact")])  # fmt: skip
def test_whoever_has_not_left_is_asked_to_talk_before_she_decides(what: str, step: str) -> None:
    played = play(leaving, {"what": what, step: "call"}, phone_known=False)
    assert played.flags[f"wants_{step}"] == "attention"
    assert played.asked[-2:] == [step, "phone"]


@pytest.mark.parametrize(("what", "step"), [("thinking", "talk_first"), ("stopped", "contact")])
def test_it_is_urgent_opens_urgent_help(what: str, step: str) -> None:
    played = play(leaving, {"what": what, step: "urgent"})
    assert played.opened == ["leaving_after", "urgent"]
    assert played.said == []


def test_whoever_skips_everything_is_told_nothing_happens() -> None:
    played = play(leaving)
    assert (played.flags, played.opened, played.said) == ({}, [], ["closing_noted"])

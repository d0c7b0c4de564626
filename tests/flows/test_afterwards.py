import pytest

from flows.leaving import leaving_after
from flows.steps import Flag, Flow
from flows.unsafe_work import unsafe_work_after
from flows.wages import wages_after
from flows.wellbeing import wellbeing_after
from tests.flows.playing import play

ALL = [wellbeing_after, unsafe_work_after, wages_after, leaving_after]


@pytest.mark.parametrize("flow", ALL, ids=lambda flow: flow.id)
@pytest.mark.parametrize(("severity", "raised"), [(0, "attention"), (2, "urgent"), (3, "urgent"), (4, "urgent")])
def test_worse_is_one_level_up_and_at_most_urgent(flow: Flow, severity: int, raised: str) -> None:
    played = play(flow, {"now": "worse"}, case_severity=severity)
    assert list(played.flags.values()) == [raised]
    assert played.asked == ["now", "tell"]
    assert played.said == ["closing" if raised == "attention" else "closing_urgent"]


@pytest.mark.parametrize("flow", ALL, ids=lambda flow: flow.id)
@pytest.mark.parametrize(("person", "flags"), [("yes", {"contact": "attention"}), ("no", {})])
def test_the_same_offers_a_person(flow: Flow, person: str, flags: dict[str, str]) -> None:
    assert play(flow, {"now": "same", "person": person}, case_severity=2).flags == flags


@pytest.mark.parametrize("flow", ALL, ids=lambda flow: flow.id)
def test_better_ends_it_without_a_cheerful_word(flow: Flow) -> None:
    played = play(flow, {"now": "better"}, case_severity=4)
    assert (played.flags, played.asked, played.said) == ({}, ["now"], ["closing_noted"])


@pytest.mark.parametrize(
    ("flow", "topic", "restricted"),
    [
        (wellbeing_after, "wellbeing", True), (unsafe_work_after, "safety", False), (wages_after, "practical", True),
        (leaving_after, "practical", False),
    ],
)  # fmt: skip
def test_it_is_read_by_whoever_read_the_report(flow: Flow, topic: str, restricted: bool) -> None:
    flags = [item for item in flow.items if isinstance(item, Flag)]
    assert {(flag.topic, flag.restricted) for flag in flags} == {(topic, restricted)}

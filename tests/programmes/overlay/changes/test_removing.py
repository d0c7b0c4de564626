"""Switching a step off is as if nobody had ever answered it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.programmes.overlay.changes.removing import switched_off, without
from bot.programmes.overlay.report import Report
from flows.catalogue import CATALOGUE
from flows.conditions import Value
from flows.known_facts import ROTATING_ITEMS
from flows.language import Talk, conversation
from flows.steps import ALWAYS, Flow, Kind, Question, Say
from tests.flows.playing import play

REMOVABLE = [
    (flow, item.id) for flow in CATALOGUE for item in flow.items if isinstance(item, Question | Say) and item.removable
]


@conversation("small", title="Small", expires_after_days=5)
def small(talk: Talk) -> None:
    lonely = talk.scale("lonely", "Are you lonely?", low="No", high="Yes", removable=True)
    talk.flag("alone", lonely.at_least(5), severity="attention", topic="wellbeing", restricted=True)
    with talk.when(lonely.at_least(4)):
        talk.say("numbers", "Call {helpline_1}.", locked=True)
    tired = talk.scale("tired", "Are you tired?", low="No", high="Yes", removable=True)
    with talk.when(~tired.at_least(4)):
        talk.say("good", "Good.")
    with talk.when(tired.at_least(4) | lonely.at_least(4)):
        talk.say("sorry", "I am sorry.")


def _answers(flow: Flow) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({question.id: _answer(question) for question in flow.questions})


def _answer(question: Question) -> st.SearchStrategy[Value]:
    given: st.SearchStrategy[Value] = st.just("2026-12-01")
    match question.kind:
        case Kind.SCALE | Kind.NUMBER:
            given = st.integers(question.lowest, question.highest)
        case Kind.MANY:
            given = st.sampled_from([(option.id,) for option in question.options])
        case Kind.YES_NO | Kind.CHOICE:
            given = st.sampled_from([option.id for option in question.options])
    return given if question.required else st.none() | given


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(REMOVABLE), st.sampled_from(ROTATING_ITEMS), st.booleans())
def test_it_is_as_if_nobody_had_answered_it(data: st.DataObject, which: tuple[Flow, str], due: str, goal: bool) -> None:
    flow, step = which
    answers = data.draw(_answers(flow))
    left, skipped = (
        play(played, given, rotating_item=due, has_goal=goal, goal_behind_before=goal)
        for played, given in ((without(flow, step).flow, answers), (flow, {**answers, step: None}))
    )
    assert left.asked == [asked for asked in skipped.asked if asked != step]
    assert left.said == [said for said in skipped.said if said != step]
    assert (left.flags, left.opened) == (skipped.flags, skipped.opened)


def test_a_step_that_safety_depends_on_stays_even_where_its_author_marked_it_removable() -> None:
    report = Report("overlay.toml")
    assert switched_off(small, ["lonely"], report) == small
    (mistake,) = report.mistakes
    assert mistake.startswith("overlay.toml: [small] off names 'lonely', and with it alone, numbers would go")
    assert report.changes == []


def test_a_condition_is_left_as_it_was_where_nothing_of_it_goes() -> None:
    left = without(small, "tired").flow
    assert [item.id for item in left.items] == ["lonely", "alone", "numbers", "good", "sorry"]
    kept = {item.id: item.when for item in left.items}
    assert kept["alone"] is small.items[1].when
    assert str(kept["sorry"]) == "lonely ≥ 4"
    assert str(kept["good"]) == ""


@pytest.mark.parametrize("times", [1, 2])
def test_to_name_a_step_twice_is_to_name_it_once(times: int) -> None:
    report = Report("overlay.toml")
    assert "tired" not in {item.id for item in switched_off(small, ["tired"] * times, report).items}
    assert (report.mistakes, report.changes) == ([], ["small: tired is switched off"])


def test_an_option_that_only_its_answer_offered_falls_away_with_it() -> None:
    talk = Talk()
    tired = talk.scale("tired", "Are you tired?", low="No", high="Yes", removable=True)
    offered = {"rest": tired.at_least(4), "other": ~tired.at_least(4)}
    talk.choice("what", "What helps?", {"rest": "Rest", "other": "Something", "none": "Nothing"}, offered=offered)
    flow = Flow("small", "Small", 5, talk.items())
    what = without(flow, "tired").flow.question("what")
    assert what is not None
    assert [(option.id, option.when == ALWAYS) for option in what.options] == [("other", True), ("none", True)]

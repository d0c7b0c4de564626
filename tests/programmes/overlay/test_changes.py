"""What an overlay makes of our conversations, played on the engine."""

from pathlib import Path
from typing import Any, get_args

import orjson
import pytest

from bot.engine.check import check_all
from bot.programmes.overlay import Overlaid, read_overlay
from bot.programmes.overlay.catalogue import overlay
from bot.programmes.overlay.changes.removing import without
from bot.programmes.overlay.form.shapes import OwnFlag, Words
from bot.words.language import LANGUAGES, translate, translation
from flows import conditions, steps
from flows.cadence import Cadence
from flows.catalogue import CATALOGUE, by_id
from flows.conditions import Value
from flows.notices import NOTICES
from flows.placeholders import EVERYWHERE
from flows.severity import Severity
from flows.steps import Flag, Flow, Kind, Question, Say
from tests.flows.playing import options, play

GOOD = Path(__file__).parent / "good_overlay.toml"
USUAL: dict[str, Value] = {
    "start": "start", "mood": 4, "workload": "right", "workload_ok": "yes", "support": 4, "safe": "yes", "useful": 4,
    "in_the_way": ("nothing",), "contact": "no",
}  # fmt: skip
OWN = ["own_canteen", "own_lunch", "own_bike", "own_tools", "own_days", "own_visit", "own_wish"]


@pytest.fixture(scope="module")
def good() -> Overlaid:
    return read_overlay(GOOD)


@pytest.fixture(scope="module")
def checkin(good: Overlaid) -> Flow:
    return named("checkin", good)


def named(flow_id: str, overlaid: Overlaid) -> Flow:
    return next(flow for flow in overlaid.flows if flow.id == flow_id)


def over_checkin(**said: Any) -> Flow:
    overlaid = overlay({"checkin": said}, "overlay.toml")
    assert overlaid.mistakes == ()
    return named("checkin", overlaid)


def test_all_that_may_be_changed_is_changed_and_passes_the_checks_of_ours(good: Overlaid) -> None:
    assert good.mistakes == ()
    assert "checkin: mentor_talk is switched off; with it falls away: mentor_talk_low, mentor_talk_low_again" in (
        good.changes
    )
    found = check_all(good.flows, placeholders=EVERYWHERE, languages=["nb"], translate=translation)
    assert [str(finding) for finding in found] == []


def test_what_an_overlay_does_not_name_is_ours_to_the_revision(good: Overlaid) -> None:
    others = [(mine, ours) for mine, ours in zip(good.flows, CATALOGUE, strict=True) if mine.id != "checkin"]
    assert [mine.id for mine, ours in others if mine.revision != ours.revision] == ["onboarding"]
    assert overlay({}, "overlay.toml").flows == CATALOGUE
    assert over_checkin(every_days=21).revision == ours_today().revision


def ours_today() -> Flow:
    found = by_id("checkin")
    assert found is not None
    return found


def test_a_programmes_questions_are_asked_in_their_room_even_when_all_is_well(checkin: Flow) -> None:
    asked = play(checkin, USUAL, fast_path_allowed=True).asked
    assert asked == ["start", "mood", "workload", "workload_ok", "safe", "in_the_way", *OWN]
    assert play(checkin, {**USUAL, "safe": "no", "safe_help": "urgent"}).asked[-1] == "safe_help"


def test_their_flags_are_raised_by_the_answers_they_name(checkin: Flow) -> None:
    answers: dict[str, Value] = {
        "own_canteen": 2, "own_lunch": "nobody", "own_bike": "not_sure", "own_tools": ("laptop", "phone"),
        "own_days": 15,
    }  # fmt: skip
    played = play(checkin, {**USUAL, **answers})
    assert played.flags == {
        "own_canteen_flag": "attention", "own_lunch_flag": "urgent", "own_bike_flag": "info",
        "own_tools_flag": "attention", "own_days_flag": "attention",
    }  # fmt: skip
    assert played.restricted == {"own_lunch_flag"}
    well: dict[str, Value] = {
        **answers, "own_canteen": 3, "own_lunch": "team", "own_bike": "yes", "own_tools": ("phone",), "own_days": 3,
    }  # fmt: skip
    assert play(checkin, {**USUAL, **well}).flags == {}


def test_each_kind_of_question_is_what_it_says(checkin: Flow) -> None:
    questions = {step: question for step in OWN if (question := checkin.question(step))}
    assert [question.kind for question in questions.values()] == [
        Kind.SCALE, Kind.CHOICE, Kind.YES_NO, Kind.MANY, Kind.NUMBER, Kind.DATE, Kind.TEXT,
    ]  # fmt: skip
    assert options(checkin, "own_bike") == {"yes": "Yes", "no": "No", "not_sure": "Not sure"}
    tools, wish = questions["own_tools"], questions["own_wish"]
    assert (tools.limit, tools.alone, wish.limit, wish.reader) == (2, ("none",), 200, "coordinator")
    assert not any(question.required for question in questions.values())


def test_a_threshold_moves_for_its_flag_alone() -> None:
    checkin = over_checkin(thresholds={"little_support": 3, "mood_fell": 1})
    flags = play(checkin, {**USUAL, "support": 3, "mood": 3}, previous_mood=4).flags
    assert flags == {"little_support": "attention", "mood_fell": "attention"}
    assert "support_tip" not in play(checkin, {**USUAL, "support": 3}).said
    assert play(ours_today(), {**USUAL, "support": 3, "mood": 3}, previous_mood=4).flags == {}


def test_a_low_mood_can_be_heard_earlier_and_never_later() -> None:
    assert play(over_checkin(thresholds={"low_mood": 3}), {**USUAL, "mood": 3}).flags == {"low_mood": "attention"}
    bounds = {flag.id: (flag.tunable.lowest, flag.tunable.highest) for flag in flags_of(ours_today()) if flag.tunable}
    assert bounds["low_mood"][0] == bounds["mood_fell"][1] == 2


def flags_of(flow: Flow) -> list[Flag]:
    return [item for item in flow.items if isinstance(item, Flag)]


def test_only_flags_without_danger_can_be_moved() -> None:
    tunable = [flag for flow in CATALOGUE for flag in flags_of(flow) if flag.tunable]
    assert tunable
    assert not any(flag.restricted or flag.severity >= Severity.URGENT for flag in tunable)


@pytest.mark.parametrize("flow", CATALOGUE, ids=lambda flow: flow.id)
def test_nothing_that_safety_depends_on_falls_away_with_what_may_be_switched_off(flow: Flow) -> None:
    removable = [item.id for item in flow.items if isinstance(item, Question | Say) and item.removable]
    for step in removable:
        fallen = without(flow, step).fallen
        assert not any(isinstance(item, Flag) and (item.restricted or item.severity >= 3) for item in fallen)
        assert not any(isinstance(item, Question | Say) and item.locked for item in fallen)


def test_what_only_an_answer_leads_to_falls_away_with_its_question() -> None:
    left = without(ours_today(), "goal")
    assert [item.id for item in left.fallen] == [
        "goals_now", "open_goals", "goals_person", "goals_contact", "praise_goal",
    ]  # fmt: skip
    tested = {getattr(test, "name", "") for item in left.flow.items for test in conditions.tests_in(item.when)}
    assert not tested & {"goal", "goals_person"}
    assert "contact" in play(left.flow, USUAL, has_goal=True).asked


def test_with_all_that_may_go_switched_off_the_checks_still_find_nothing() -> None:
    off = [item.id for item in ours_today().items if isinstance(item, Question | Say) and item.removable]
    checkin = over_checkin(off=off)
    assert set(off) & {item.id for item in checkin.items} == set()
    assert play(checkin, USUAL, rotating_item=None).asked[-2:] == ["tell", "contact"]


def test_the_words_of_a_programme_stand_in_every_language_and_in_the_script(checkin: Flow) -> None:
    kept = steps.from_json(orjson.loads(orjson.dumps(steps.to_json(checkin))))
    assert kept.revision == checkin.revision
    for flow in (checkin, kept):
        mood = flow.question("mood")
        assert mood is not None
        assert [translate("checkin.mood", mood.text, language) for language in LANGUAGES] == [
            "How have the last four weeks been?", "Hvordan har de siste fire ukene vært?",
        ]  # fmt: skip
        assert translate("checkin.mood.high", mood.high, "nb") == "Strålende"
        assert translate("checkin.mood.low", mood.low, "nb") == "Veldig tunge"


def test_other_norwegian_is_another_revision() -> None:
    one, other = (
        over_checkin(words={"tell": {"en": "Anything else?", "nb": norwegian}})
        for norwegian in ("Noe mer?", "Noe til?")
    )
    assert one.revision != other.revision


def test_the_file_knows_the_languages_and_topics_that_we_know() -> None:
    assert list(Words.model_fields) == list(LANGUAGES)
    topics = get_args(OwnFlag.model_fields["topic"].annotation)
    assert {f"topic.{topic}" for topic in topics} == {key for key in NOTICES if key.startswith("topic.")}


def test_the_cadence_is_the_programmes(good: Overlaid, checkin: Flow) -> None:
    assert checkin.cadence == Cadence(every_days=28, two_weeks=14, monthly=30, first_after_days=10)
    assert checkin.expires_after_days == 6
    assert named("onboarding", good).question("rhythm") is None

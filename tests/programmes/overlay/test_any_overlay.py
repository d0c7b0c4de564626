"""Whatever stands in an overlay: it is refused with reasons, or what comes of it passes the checks of our own."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine.check import check
from bot.engine.script import Script
from bot.engine.turn import begin
from bot.programmes.overlay.catalogue import overlay
from bot.words.language import translation
from flows.catalogue import CATALOGUE
from flows.placeholders import EVERYWHERE
from flows.steps import Flag, Question, Say, from_json, to_json
from tests.flows.playing import USUAL_FACTS

IDS = {flow.id for flow in CATALOGUE}
PLAYED = ("onboarding", "fixed_time", "human", "problem")
"""All but the check-in, whose checks take half a second."""
STEPS = [item.id for flow in CATALOGUE if flow.id in PLAYED for item in flow.items]

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
text = st.sampled_from(["Hello", "Hei {name}", "{host}", "{", "", "x" * 301, "Nothing"]) | st.text(max_size=20)
words = st.fixed_dictionaries({"en": text, "nb": text}, optional={"nn": text})
number = st.integers(-2, 8)
ids = st.sampled_from(["a", "b", "lunch"]) | st.text(max_size=5)
option = st.builds(lambda text, option_id: {**text, "id": option_id}, words, ids)
severity, topic = st.sampled_from(["info", "attention", "urgent", "none"]), st.sampled_from(["safety", "food"])
flag = st.fixed_dictionaries(
    {"severity": severity, "topic": topic},
    optional={"at_most": number, "at_least": number, "is": ids | st.lists(ids), "includes": ids},
)
question = st.fixed_dictionaries(
    {"id": ids, "kind": st.sampled_from(["scale", "yes_no", "choice", "many", "text", "number", "date", "time"])},
    optional={
        "text": words, "low": words, "high": words, "options": st.lists(option, max_size=4), "limit": number,
        "lowest": number, "highest": number, "flag": flag, "alone": st.lists(ids, max_size=2),
        "optional": st.booleans(),
    },
)  # fmt: skip
conversation = st.fixed_dictionaries(
    {},
    optional={
        "every_days": number | junk, "expires_after_days": number, "off": st.lists(st.sampled_from(STEPS) | ids) | junk,
        "words": st.dictionaries(st.sampled_from(STEPS) | ids, words | junk, max_size=3) | junk,
        "thresholds": st.dictionaries(st.sampled_from(STEPS) | ids, number | junk, max_size=2),
        "rooms": st.dictionaries(
            st.just("programme_questions") | ids, st.lists(question | junk, max_size=3) | junk, max_size=2
        ),
    },
)  # fmt: skip

plain = st.builds(lambda english: {"en": english, "nb": english}, st.sampled_from(["Well?", "Hm", "And {name}?", "{"]))
low_flag = st.fixed_dictionaries({"severity": severity, "topic": st.just("safety"), "at_most": st.integers(1, 5)})
scale = st.fixed_dictionaries(
    {"id": st.sampled_from("abc"), "kind": st.just("scale"), "text": plain, "low": plain, "high": plain},
    optional={"flag": low_flag},
)
likely = st.fixed_dictionaries(
    {},
    optional={
        "off": st.lists(st.sampled_from(["hopes", "expected", "rhythm", "talking_points"]), max_size=2),
        "words": st.dictionaries(st.sampled_from(["agreement", "pay.paid", "weekday", "consent"]), plain, max_size=2),
        "rooms": st.fixed_dictionaries({"programme_questions": st.lists(scale, max_size=2)}),
        "expires_after_days": st.integers(1, 15),
    },
)  # fmt: skip
wild = st.dictionaries(st.sampled_from(PLAYED) | ids, conversation | junk, max_size=3)
overlays = wild | st.fixed_dictionaries({"onboarding": likely})


@settings(max_examples=60, deadline=None)
@given(overlays)
def test_it_is_refused_with_reasons_or_sound(raw: dict[str, Any]) -> None:
    overlaid = overlay(raw, "overlay.toml")
    assert all(mistake.startswith("overlay.toml: ") for mistake in overlaid.mistakes)
    if overlaid.mistakes:
        return
    for flow, ours in zip(overlaid.flows, CATALOGUE, strict=True):
        if flow.revision == ours.revision:
            continue
        found = check(flow, known=IDS, placeholders=EVERYWHERE, languages=["nb"], translate=translation)
        assert [str(finding) for finding in found] == []
        assert from_json(to_json(flow)).revision == flow.revision
        begin(Script(flow), USUAL_FACTS)


@settings(max_examples=60, deadline=None)
@given(overlays)
def test_no_overlay_touches_what_is_locked_or_takes_a_grave_flag_away(raw: dict[str, Any]) -> None:
    for flow, ours in zip(overlay(raw, "overlay.toml").flows, CATALOGUE, strict=True):
        items = set(flow.items)
        for item in ours.items:
            if isinstance(item, Question | Say) and item.locked:
                assert (item.id, item.text) in {(kept.id, kept.text) for kept in items if isinstance(kept, type(item))}
            if isinstance(item, Flag) and (item.restricted or item.severity >= 3):
                kept = next(kept for kept in flow.items if kept.id == item.id)
                assert isinstance(kept, Flag)
                assert (kept.severity, kept.restricted, kept.topic) == (item.severity, item.restricted, item.topic)

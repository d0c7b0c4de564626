"""The report of a conflict or mistreatment, branch by branch, against the content design's CON."""

from typing import Any

import pytest

from flows.conditions import Value
from flows.conflict.reporting import KINDS, ORDINARY, WAYS_IN, conflict
from flows.steps import Question
from flows.urgent import urgent
from tests.flows.playing import Played, options, play

CALM: dict[str, Value] = {"start_here": "go_on", "safe": "yes", "team": "no"}
MILD: dict[str, Value] = {**CALM, "kinds": ("disagreement",)}
TRACK_M = ["example", "effect", "matters", "their_view", "tried", "enough", "ready"]
SHARE_M = ["share", "share_work", "share_how", "share_unsafe"]
TRACK_P = ["medical", "still", "meet", "words", "named", "help"]
SHARE_P = [f"{step}_restricted" for step in SHARE_M]
GRAVE = [kind for kind in KINDS if kind not in ORDINARY]


def _play(*, heard: Any = None, facts: Any = None, **answers: Any) -> Played:
    return play(conflict, {**CALM, **answers}, heard=heard, **(facts or {}))


def test_the_notice_comes_before_anything_is_asked() -> None:
    played = play(conflict, stop_at="start_here")
    assert played.said == ["duty"]
    assert played.flags == {}


def test_the_form_without_a_name_is_offered_only_where_there_is_one() -> None:
    assert set(options(conflict, "start")) == set(WAYS_IN)
    assert set(options(conflict, "start_here")) == set(WAYS_IN) - {"anonymous"}
    assert play(conflict, stop_at="start", anonymous_form=True).asked == ["start"]


def test_in_the_chat_she_is_told_that_it_knows_her_and_the_talk_is_over() -> None:
    played = play(conflict, {"start": "anonymous"}, anonymous_form=True)
    assert played.said == ["duty", "anonymous", "stopped"]
    assert played.flags == {}


def test_stopping_at_the_gate_tells_nobody() -> None:
    played = play(conflict, {"start_here": "stop"})
    assert (played.asked, played.said, played.flags) == (["start_here"], ["duty", "stopped"], {})
    assert played.opened == []


def test_whoever_skips_everything_has_told_nothing() -> None:
    played = play(conflict)
    assert played.flags == {}
    assert played.said == ["duty", "closing_nothing"]


@pytest.mark.parametrize(("known", "number"), [(True, []), (False, ["call_phone"])])
def test_just_call_me_is_urgent_at_once_and_asks_only_what_a_call_needs(known: bool, number: list[str]) -> None:
    played = play(conflict, {"start_here": "call"}, phone_known=known)
    assert played.asked == ["start_here", "team", *number, "call_unsafe"]
    assert played.flags == {"call_me": "urgent"}
    assert played.raised_at == {"call_me": "start_here"}
    assert played.restricted == {"call_me"}
    assert played.said == ["duty", "closing_call", "no_retaliation"]


def test_not_being_safe_opens_urgent_help_at_once() -> None:
    played = _play(safe="no", kinds=("disagreement",))
    assert played.asked == ["start_here", "safe"]
    assert played.flags == {"not_safe": "emergency"}
    assert played.restricted == {"not_safe"}
    assert played.opened[-1] == urgent.id
    assert played.said == ["duty"]


def test_not_being_sure_shows_the_numbers_and_is_urgent() -> None:
    played = play(conflict, {**CALM, "safe": "not_sure"}, stop_at="team")
    assert played.said == ["duty", "numbers"]
    assert played.flags == {"maybe_not_safe": "urgent"}
    assert played.restricted == {"maybe_not_safe"}


def test_whoever_is_not_sure_to_be_safe_is_never_asked_to_mediate() -> None:
    played = _play(safe="not_sure", kinds=("disagreement",))
    assert not set(TRACK_M) & set(played.asked)
    assert played.flags == {"maybe_not_safe": "urgent", "graver_than_it_looks": "urgent"}


@pytest.mark.parametrize("kinds", [("disagreement",), ("unfair",), ("disagreement", "unfair")])
def test_only_the_first_two_kinds_are_mediated(kinds: tuple[str, ...]) -> None:
    played = _play(kinds=kinds)
    assert played.asked == [*CALM, "kinds", *TRACK_M, *SHARE_M]
    assert played.flags == {"disagreement": "attention"}
    assert played.restricted == set()
    assert played.raised_at == {"disagreement": "kinds"}
    assert played.said == ["duty", "closing_mediation", "no_retaliation"]


def test_a_second_report_is_urgent_and_still_mediated() -> None:
    played = _play(kinds=("unfair",), facts={"conflict_before": True})
    assert played.flags == {"disagreement_again": "urgent"}
    assert played.asked[-len(SHARE_M) :] == SHARE_M
    assert played.said[-2:] == ["closing_mediation", "no_retaliation"]


@pytest.mark.parametrize("kind", GRAVE)
def test_any_other_kind_is_protected_and_restricted(kind: str) -> None:
    for kinds in ((kind,), ("disagreement", kind)):
        played = _play(kinds=kinds)
        assert played.asked == [*CALM, "kinds", *TRACK_P, *SHARE_P, "confidential"]
        expected = {"violence": "emergency"} if kind == "violence" else {"mistreatment": "urgent"}
        assert played.flags == expected
        assert played.restricted == set(expected)
        assert played.raised_at == dict.fromkeys(expected, "kinds")


def test_rather_not_say_completes_the_answer_by_itself() -> None:
    question = conflict.question("kinds")
    assert question is not None
    assert question.alone == ("unsaid",)


@pytest.mark.parametrize("severity", ["urgent", "emergency"])
@pytest.mark.parametrize("step", ["example", "effect", "enough"])
def test_urgent_words_leave_mediation_for_protection(step: str, severity: str) -> None:
    played = _play(kinds=("disagreement",), heard={step: severity})
    after = TRACK_M[TRACK_M.index(step) + 1 :]
    assert not {*after, *SHARE_M} & set(played.asked)
    assert played.asked[-len(SHARE_P) - 1 :] == [*SHARE_P, "confidential"]
    assert played.flags["graver_than_it_looks"] == "urgent"


def test_words_that_ask_for_attention_leave_it_where_it_is() -> None:
    assert _play(kinds=("disagreement",), heard={"example": "attention"}).said[-2] == "closing_mediation"


def test_whoever_would_be_afraid_is_protected() -> None:
    played = _play(kinds=("unfair",), ready="afraid")
    assert played.flags == {"disagreement": "attention", "afraid": "urgent"}
    assert played.restricted == {"afraid"}
    assert not set(SHARE_M) & set(played.asked)
    assert "medical" in played.asked
    assert played.said[-3:] == ["closing_protection", "for_now", "no_retaliation"]


@pytest.mark.parametrize(
    ("answers", "flag", "severity"),
    [
        ({"medical": "yes"}, "medical_help", "emergency"),
        ({"still": "now"}, "going_on", "urgent"),
        ({"meet": "yes"}, "must_meet", "urgent"),
    ],
)
def test_what_protection_hears(answers: dict[str, Value], flag: str, severity: str) -> None:
    played = _play(kinds=("bullying",), **answers)
    assert played.flags == {"mistreatment": "urgent", flag: severity}
    assert flag in played.restricted


@pytest.mark.parametrize(
    "answers", [{"medical": "no"}, {"medical": "not_sure"}, {"still": "once"}, {"still": "over"}, {"meet": "not_sure"}]
)  # fmt: skip
def test_what_protection_leaves_as_it_is(answers: dict[str, Value]) -> None:
    assert _play(kinds=("bullying",), **answers).flags == {"mistreatment": "urgent"}


@pytest.mark.parametrize(("medical", "said"), [("yes", "medical_now"), ("not_sure", "medical_maybe"), ("no", None)])
def test_medical_help_is_answered_with_numbers(medical: str, said: str | None) -> None:
    played = _play(kinds=("bullying",), medical=medical)
    assert [each for each in played.said if each.startswith("medical")] == ([said] if said else [])


@pytest.mark.parametrize(
    "answers",
    [
        {"medical": "yes"}, {"still": "once"}, {"meet": "no"}, {"words": "sealed"}, {"named": "sealed"},
        {"help": ("talk",)},
    ],
)  # fmt: skip
def test_whatever_is_told_without_a_kind_is_heard(answers: dict[str, Value]) -> None:
    assert _play(**answers).flags["untold"] == "urgent"


@pytest.mark.parametrize(
    ("answers", "heard", "closing"),
    [
        ({}, {}, ["closing_protection", "for_now", "no_retaliation"]),
        ({"share_how_restricted": "no"}, {}, ["closing_no_contact", "for_now", "no_retaliation"]),
        ({"medical": "yes"}, {}, ["you_decide", "for_now", "no_retaliation"]),
        ({}, {"words": "emergency"}, ["you_decide", "for_now", "no_retaliation"]),
        ({"confidential": "yes"}, {}, ["closing_protection", "for_now", "no_retaliation"]),
    ],
)
def test_the_closing_of_protection(answers: dict[str, Value], heard: dict[str, str], closing: list[str]) -> None:
    said = _play(kinds=("sexual",), heard=heard, **answers).said
    assert said[-3:] == closing
    assert ("closing_emergency" in said) is ("you_decide" in closing)


def test_the_service_that_passes_nothing_on_is_named_to_whoever_wants_it() -> None:
    assert "confidential_contact" in _play(kinds=("pay",), confidential="yes").said
    assert "confidential_contact" not in _play(kinds=("pay",), confidential="no").said


@pytest.mark.parametrize(("kinds", "ending"), [(("unfair",), ""), (("bullying",), "_restricted")])
def test_without_my_name_is_asked_once_more_and_a_number_only_where_none_is_known(
    kinds: tuple[str, ...], ending: str
) -> None:
    answers = {f"share_work{ending}": "unnamed", f"share_how{ending}": "phone"}
    asked = _play(kinds=kinds, facts={"phone_known": False}, **answers).asked
    assert {f"share_guess{ending}", f"phone{ending}"} <= set(asked)
    assert f"phone{ending}" not in _play(kinds=kinds, facts={"phone_known": True}, **answers).asked


def test_protection_offers_safeguarding_alone_first() -> None:
    assert next(iter(options(conflict, "share_restricted"))) == "safeguarding"
    assert next(iter(options(conflict, "share"))) == "coordinator"


@pytest.mark.parametrize(
    ("answers", "asked_later"),
    [
        (MILD, True),
        ({**CALM, "kinds": ("violence",)}, True),
        ({"start_here": "call"}, True),
        ({**CALM, "safe": "no"}, True),
        ({**CALM, "safe": "not_sure"}, True),
        (CALM, False),
        ({"start_here": "stop"}, False),
    ],
)
def test_whoever_told_something_is_asked_on_day_2_7_and_30(answers: dict[str, Value], asked_later: bool) -> None:
    opened = [each for each in play(conflict, answers).opened if each != "urgent"]
    assert opened == (["conflict_after_2", "conflict_after_7", "conflict_after_30"] if asked_later else [])


def test_whoever_walks_away_is_asked_all_the_same() -> None:
    assert len(play(conflict, MILD, stop_at="example").opened) == 3


def test_who_of_the_team_is_involved_is_asked_before_anything_they_must_not_read() -> None:
    questions = [question.id for question in conflict.questions]
    texts = [question.id for question in conflict.questions if question.kind == "text"]
    first = min(questions.index(step) for step in texts if step != "team_who")
    assert questions.index("team") < questions.index("kinds") < first


def test_a_name_is_never_needed_and_comes_after_her_own_words() -> None:
    named, words = conflict.question("named"), conflict.question("words")
    assert named is not None
    assert words is not None
    assert not named.required
    assert conflict.place("named") > conflict.place("words")


def test_nothing_is_asked_that_a_person_who_discloses_must_not_be_asked() -> None:
    never = ("why", "proof", "witness", "are you sure", "misunderstand", "wearing", "drink", "told them", "told him",
             "exactly", "describe")  # fmt: skip
    asked = [item.text.casefold() for item in conflict.items if isinstance(item, Question)]
    assert [text for text in asked for word in never if word in text] == []

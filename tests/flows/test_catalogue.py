import pytest

from bot.engine.check import check_all
from bot.words.language import translate
from flows.catalogue import CATALOGUE, by_id
from flows.competences import COMPETENCES
from flows.notices import NOTICES
from flows.placeholders import EVERYWHERE
from flows.steps import Flow, Question
from flows.vocabulary import COMMANDS, MENU, PARTS
from tests.flows.playing import play


def test_the_static_checks_find_nothing_in_either_language() -> None:
    found = check_all(CATALOGUE, placeholders=EVERYWHERE, languages=["nb"], translate=translate)
    assert [str(finding) for finding in found] == []


@pytest.mark.parametrize("flow", CATALOGUE, ids=lambda flow: flow.id)
def test_whoever_skips_everything_comes_to_the_end(flow: Flow) -> None:
    required = {
        question.id: question.options[-1].id if question.options else "words"
        for question in flow.questions
        if question.required
    }
    assert play(flow, required).ended


def test_only_consent_and_the_goal_itself_must_be_answered() -> None:
    required = {f"{flow.id}.{question.id}" for flow in CATALOGUE for question in flow.questions if question.required}
    agreements = {"mentee_expectations.confidential", "mentor_expectations.confidential", "mentor_start.consent"}
    assert required == {
        "onboarding.consent", "onboarding.consent_again", "goals.sentence", "mentor_expectations.chain", *agreements,
    }  # fmt: skip


def test_a_conversation_is_found_by_its_id_and_unknown_ones_are_none() -> None:
    assert all(by_id(flow.id) is flow for flow in CATALOGUE)
    assert by_id("no_such") is None


def test_every_free_text_says_who_reads_it_or_is_her_own_notebook() -> None:
    silent = {
        f"{flow.id}.{question.id}"
        for flow in CATALOGUE
        for question in flow.questions
        if question.kind == "text" and not question.reader
    }
    lifts = {"lift_share.area", "lift_share.reach_me"}  # the question says who reads it
    # What is read there is hours, and else nothing.
    hours = {
        f"{flow}.{step}" for flow in ("mentor", "mentees", "mentor_start") for step in ("free_hours", "free_again")
    }
    examples = {f"self_assessment.{competence}_why" for competence in COMPETENCES}
    # The text says that the other one of the pair sees it, or that she picks what the mentor sees.
    pairs = {"meeting_nudge.place", "meeting_confirm.add", "meeting_after.takeaway"}
    pairs |= {"mentor_match.question", "mentor_request.what", "request_answer.days", "request_answer.who"}
    pairs |= {"mentorship_end.go_on_with", "mentorship_end.thanks", "mentorship_goodbye.noticed"}
    pairs |= {f"{flow}.{step}" for flow in ("mentee_review", "mentor_review") for step in ("keep", "change")}
    pairs |= {f"{flow}.off_limits" for flow in ("mentee_expectations", "mentor_expectations")}
    pairs |= {f"meeting_after.what_{place}" for place in (1, 2, 3)}
    pairs |= {f"meeting_prep.{step}" for step in ("well", "hard", "leave_with")}
    assert silent == {
        *pairs,
        "onboarding.hopes",
        "onboarding.expected",
        "checkin.proud",
        "resources.word",
        "questions_today.bring",
        *lifts,
        *hours,
        *(f"goals.{step}" for step in ("sentence", "seen", "obstacle", "plan", "plan_b", "first_step", "learned")),
        *examples,
    }


def test_what_safety_depends_on_may_not_be_reworded() -> None:
    urgent = by_id("urgent")
    assert urgent is not None
    unlocked = {item.id for item in urgent.items if isinstance(item, Question) and not item.locked}
    assert unlocked == {"phone", "reach_phone"}


@pytest.mark.parametrize("word", COMMANDS)
def test_every_command_is_described(word: str) -> None:
    assert f"command.{word}" in NOTICES


@pytest.mark.parametrize("word", [*MENU, *(word for part in PARTS.values() for word in part)])
def test_every_entry_of_the_menu_has_a_label(word: str) -> None:
    assert f"menu.{word}" in NOTICES


def test_urgent_help_stands_under_every_question_or_among_its_options() -> None:
    bare = [(flow.id, question) for flow in CATALOGUE for question in flow.questions if question.bare]
    assert [(flow, question.id) for flow, question in bare] == [("checkin", "start"), ("monthly", "start")]
    assert all("urgent" in [option.id for option in question.options] for _, question in bare)

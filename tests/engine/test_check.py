"""The checks as a whole: sound conversations pass, and reachability says what playing every answer would say."""

from dataclasses import replace
from functools import reduce
from itertools import product
from operator import and_

from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine.check import check_all
from bot.engine.checks.reach import check_reach
from bot.engine.checks.texts import words_of
from bot.engine.script import Script
from bot.engine.turn import Answer, Asked, Effect, FlagRaised, Progress, Spoken, begin, take_turn
from flows.catalogue import CATALOGUE
from flows.conditions import Condition, Value
from flows.extraction import LANGUAGES, texts, translations
from flows.known_facts import KNOWN_FACTS
from flows.language import Talk, conversation
from flows.placeholders import EVERYWHERE
from flows.severity import Severity
from flows.steps import Flow

LEVELS = (Severity.NONE, Severity.ATTENTION, Severity.URGENT)


def test_our_conversations_have_no_known_mistake_in_any_language() -> None:
    catalogues = {}
    for language in LANGUAGES:
        with translations(language).open("rb") as file:
            catalogues[language] = read_po(file)

    def translate(context: str, english: str, language: str) -> str | None:
        message = catalogues[language].get(english, context)
        return str(message.string) if message and message.string else None

    found = check_all(CATALOGUE, placeholders=EVERYWHERE, languages=LANGUAGES, translate=translate)
    assert [str(finding) for finding in found] == []


def test_the_checks_look_up_each_text_where_the_translators_found_it() -> None:
    assert {(words.context, words.english) for flow in CATALOGUE for words in words_of(flow)} <= set(texts())


def test_branches_that_share_nothing_are_walked_apart() -> None:
    @conversation("long", title="Long", expires_after_days=5)
    def long(talk: Talk) -> None:
        answers = [talk.yes_no(f"step_{number}", f"Question {number}?") for number in range(40)]
        for number, answer in enumerate(answers):
            with talk.when(answer.is_no):
                talk.say(f"sorry_{number}", "I am sorry to hear that.")

    assert list(check_reach(long, cap=5)) == []


def test_a_walk_that_was_cut_is_said_aloud_and_calls_nothing_unreachable() -> None:
    @conversation("wide", title="Wide", expires_after_days=5)
    def wide(talk: Talk) -> None:
        yes = [talk.yes_no(f"step_{number}", f"Question {number}?").is_yes for number in range(5)]
        # Five in a ring, each other than its neighbour: an odd number of them cannot be.
        differ = [(a & ~b) | (~a & b) for a, b in zip(yes, [*yes[1:], yes[0]], strict=True)]
        with talk.when(reduce(and_, differ)):
            talk.say("ring", "How odd.")

    (cut,) = check_reach(wide, cap=3)
    assert str(cut) == (
        "wide.ring: note: walked 3 situations and none leads here, but there are more: test fewer answers together"
    )
    (found,) = check_reach(wide)
    assert not found.notice
    assert "no answers ever lead here" in found.message


@st.composite
def small_flows(draw: st.DrawFn) -> Flow:
    """Three questions, a flag and things said, under branches on whatever stands above."""
    talk = Talk()
    conditions: list[Condition] = [talk.fact("has_mentor").is_true, talk.heard("attention"), talk.heard("urgent")]
    answered: list[Condition] = []

    def condition(among: list[Condition]) -> Condition:
        one, other = draw(st.sampled_from(among)), draw(st.sampled_from(among))
        return draw(st.sampled_from([one, ~one, one & other, one & ~other, one | other]))

    for number in range(3):
        with talk.when(condition(conditions)) if draw(st.booleans()) else talk.when(~(conditions[1] & conditions[0])):
            answer = talk.yes_no(f"step_{number}", "Yes or no?")
        answered += [answer.is_yes, answer.is_no]
        conditions += [answer.is_yes, answer.is_no]
        if draw(st.booleans()):
            raised = draw(st.sampled_from(answered)) & draw(st.sampled_from(answered))
            talk.flag(f"flag_{number}", raised, severity=draw(st.sampled_from(["attention", "urgent"])), topic="safety")
        with talk.when(condition(conditions)):
            talk.say(f"said_{number}", "All right.")
    return Flow("small", "Small", 5, talk.items())


@settings(max_examples=40, deadline=None)
@given(small_flows())
def test_what_is_called_unreachable_is_what_no_play_ever_reaches(flow: Flow) -> None:
    called = {finding.item for finding in check_reach(flow)}
    unreached = {item.id for item in flow.items} - _reached_by_playing(flow)
    assert called <= unreached
    # What stands deeper in a branch that is named already is not named again.
    assert bool(called) == bool(unreached)


def _reached_by_playing(flow: Flow) -> set[str]:
    """Every answer, every fact, and words heard at every moment."""
    script, reached = Script(flow), set[str]()
    for mentor, heard in product(KNOWN_FACTS["has_mentor"].values, LEVELS):
        facts: dict[str, Value] = {"has_mentor": mentor}
        waiting = [begin(script, facts, heard)]
        while waiting:
            progress, effects = waiting.pop()
            reached |= {name for effect in effects if (name := _name(effect))}
            if not progress.ended:
                heard_now = [replace(progress, heard=max(progress.heard, level)) for level in LEVELS]
                given: list[tuple[Progress, Value]] = list(product(heard_now, ("yes", "no", None)))
                waiting += [take_turn(script, before, Answer(value), facts) for before, value in given]
    return reached


def _name(effect: Effect) -> str:
    match effect:
        case Spoken(say):
            return say.id
        case Asked(question):
            return question.id
        case FlagRaised(flag):
            return flag.id
        case _:
            return ""

"""Which conversations a message is about: measured with sentences that nobody wrote as an example."""

import csv
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.intake.routing import route
from bot.intake.triage import assess
from flows.severity import Severity

KEPT_ASIDE = Path(__file__).parent / "kept_aside"
CONVERSATIONS = {
    "onboarding", "checkin", "urgent", "workload", "conflict", "wellbeing", "unsafe_work", "wages", "leaving",
    "self_assessment", "goals", "culture", "remote", "logistics", "absence", "resources", "mentor", "human", "privacy",
}  # fmt: skip


class Sentence(NamedTuple):
    expected: str
    lang: str
    text: str


def sentences(name: str) -> list[Sentence]:
    with (KEPT_ASIDE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Sentence(*row) for row in rows]


EVERY = [sentence for path in sorted(KEPT_ASIDE.glob("*.tsv")) for sentence in sentences(path.stem)]


@pytest.mark.parametrize(
    ("name", "least"), [("first", 0.97), ("second", 0.97), ("third", 0.97), ("fourth", 0.97), ("fifth", 0.92)]
)  # fmt: skip
def test_sentences_kept_aside_find_their_conversation_among_the_best_two(name: str, least: float) -> None:
    kept = sentences(name)
    missed = [(each.expected, route(each.text, each.lang).best, each.text) for each in kept]
    missed = [(expected, best, text) for expected, best, text in missed if expected not in best]
    assert 1 - len(missed) / len(kept) >= least, missed


def test_nine_in_ten_find_it_in_each_language_and_for_each_conversation() -> None:
    right = [(each, each.expected in route(each.text, each.lang).best) for each in EVERY]
    for kept in [*({each.lang for each in EVERY}), *CONVERSATIONS]:
        found = [hit for each, hit in right if kept in (each.lang, each.expected)]
        assert len(found) >= 40, kept
        assert sum(found) / len(found) >= 0.9, kept


def test_the_two_are_different_and_among_the_conversations_there_are() -> None:
    for each in EVERY:
        first, second = route(each.text).best
        assert first != second
        assert {first, second} <= CONVERSATIONS


@pytest.mark.parametrize("text", ["", "   ", "🙂", "qqqq xxxx", "12345", "我不知道", "a" * 50_000])
def test_what_nobody_understands_leads_to_a_person(text: str) -> None:
    routed = route(text)
    assert routed.best[0] == "human"
    assert routed.likely == ()


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("I want to kill myself", "urgent", "wellbeing"),
        ("jeg vil ta livet mitt", "urgent", "wellbeing"),
        ("a colleague fell off the scaffold and is unconscious", "urgent", "unsafe_work"),
        ("my boss pulled a knife and wants to kill me", "urgent", "conflict"),
        ("I have nowhere to sleep tonight", "logistics", "urgent"),
        ("my employer keeps my passport", "wages", "urgent"),
    ],
)
def test_an_emergency_is_urgent_help_first_unless_something_practical_helps_sooner(
    text: str, first: str, second: str
) -> None:
    routed = route(text)
    assert routed.severity is Severity.EMERGENCY
    assert routed.best == (first, second)


@pytest.mark.parametrize(
    ("text", "conversation"),
    [
        ("my supervisor touched me and would not stop", "conflict"),
        ("they call me racist names", "conflict"),
        ("vi jobber på taket uten sikring", "unsafe_work"),
        ("I was fired today", "leaving"),
        ("jeg har ikke fått lønn på tre måneder og har ikke penger til mat", "wages"),
        ("I can't take it any more", "wellbeing"),
    ],
)
def test_what_triage_calls_urgent_is_among_the_two_whatever_the_words_are_near_to(text: str, conversation: str) -> None:
    routed = route(text)
    assert routed.severity >= Severity.URGENT
    assert conversation in routed.best


@pytest.mark.parametrize(
    "text", ["I need someone right now, urgent help", "I am not safe right now", "it's an emergency"]
)
def test_a_plain_call_for_help_is_never_less_than_urgent(text: str) -> None:
    routed = route(text)
    assert routed.best[0] == "urgent"
    assert routed.severity >= Severity.URGENT


def test_no_urgent_sentence_kept_aside_counts_as_harmless() -> None:
    calls = [each for each in EVERY if each.expected == "urgent"]
    unheard = [each.text for each in calls if route(each.text).severity < Severity.URGENT]
    assert len(unheard) / len(calls) <= 0.05, unheard


def test_typing_mistakes_and_compounds_are_understood() -> None:
    assert route("problms with my landord").best[0] == "logistics"
    assert route("whn is my nxt chekin").best[0] == "checkin"
    assert route("husleieproblemer").best[0] == "logistics"
    assert route("mentorsamtalen").best[0] == "mentor"


def test_the_same_message_always_gives_the_same_two_and_triage_may_be_handed_in() -> None:
    for each in EVERY[::10]:
        assert route(each.text) == route(each.text, triage=assess(each.text))


def test_a_message_takes_two_thousandths_of_a_second_and_the_longest_not_much_more() -> None:
    for each in EVERY:
        route(each.text)
    began = time.process_time()
    for each in EVERY:
        route(each.text)
    assert (time.process_time() - began) / len(EVERY) < 0.004  # 1.2 ms on the machine it was measured on
    began = time.process_time()
    route(" ".join(each.text for each in EVERY))
    assert time.process_time() - began < 1

"""The examples beside each phrase and mask are its unit tests."""

import pytest

from bot.intake.triage import assess
from bot.intake.triage.lexicon import Mask, Phrase, current
from flows.severity import Severity

PHRASES = current().phrases
MASKS = current().masks
EVERY_CATEGORY = {
    "self_harm", "self_harm_weak", "violence", "sexual", "medical", "discrimination", "bullying", "unsafe_work",
    "illegal_work", "wages", "withdrawal", "overload", "underload", "conflict", "isolation", "low_mood", "logistics",
}  # fmt: skip


def _named(said: Phrase | Mask) -> str:
    return said.id


@pytest.mark.parametrize("phrase", PHRASES, ids=_named)
def test_a_phrase_is_found_in_its_hits_and_in_none_of_its_misses(phrase: Phrase) -> None:
    assert [text for text in phrase.hits if phrase.id not in assess(text).patterns] == []
    assert [text for text in phrase.misses if phrase.id in assess(text).patterns] == []


@pytest.mark.parametrize("phrase", PHRASES, ids=_named)
def test_a_hit_is_at_least_as_severe_as_its_phrase(phrase: Phrase) -> None:
    assert all(assess(text).severity >= phrase.severity for text in phrase.hits)


@pytest.mark.parametrize("mask", MASKS, ids=_named)
def test_a_mask_quiets_what_is_harmless(mask: Mask) -> None:
    found = [assess(text) for text in mask.harmless]
    assert [triage.severity for triage in found] == [mask.severity] * len(found)
    assert all(mask.id in triage.patterns for triage in found)


@pytest.mark.parametrize("mask", MASKS, ids=_named)
def test_a_mask_hides_no_real_statement_in_the_same_message(mask: Mask) -> None:
    assert all(assess(text).severity > max(mask.severity, Severity.INFO) for text in mask.real)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_category_is_heard_in_every_language(language: str) -> None:
    heard = {phrase.categories[0] for phrase in PHRASES if phrase.id.startswith(f"{language}.")}
    assert heard == EVERY_CATEGORY


def test_no_rule_lowers_what_is_about_life_or_body() -> None:
    dire = {"self_harm", "self_harm_weak", "violence", "sexual", "medical", "discrimination", "unsafe_work"}
    assert not [phrase.id for phrase in PHRASES if phrase.deniable and dire & {phrase.categories[0]}]

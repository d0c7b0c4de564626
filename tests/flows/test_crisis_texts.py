"""The checks of safe messaging that are about the words themselves, on every crisis text in every language."""

import re

import pytest

from bot.words.language import LANGUAGES, translate
from flows.extraction import texts

_CARDS = ("support.harm", "support.self_harm_weak", "support.wellbeing", "support.unsafe_work", "support.work_rights")
_FIRST = ("urgent.card", "urgent.card_again")
_NUMBERS = ("wellbeing.unsaid", "unsafe_work.hurt_now", "wages.papers_now", "logistics.tonight_help")
"""Said in the middle of a talk, at the answer that makes it grave: they show where to turn."""
_IN_TALKS = (*_NUMBERS, "wellbeing.go_on", "wellbeing.scared_next", "logistics.way_unsafe", "logistics.closing_tonight")
_ASKED = {"urgent.card", "urgent.danger", "urgent.move", "urgent.need", "urgent.reach", "wellbeing.go_on"}
_TYPICAL = {
    "call_minutes": "10", "emergency": "112", "police": "112", "medical": "116 117",
    "helpline_1": "Example Help Line 116 123",
    "helpline_2": "Another Help Line 0800 000 000", "org": "Example University of Applied Sciences",
    "role": "Example Safeguarding Lead", "safeguarding": "Example Safeguarding Lead", "reader": "Example Person",
    "deadline": "Wednesday 25 November, 14:30", "time": "14:30", "person": "Example Person", "title": "Check-in",
    "host": "Example Host Ltd", "coordinator": "Example Coordinator",
    "helplines_open": "Example Help Line 116 123, Another Help Line 0800 000 000, A Third Line 22 00 00 00",
    "helplines": "Example Help Line 116 123, Another Help Line 0800 000 000, A Third Line 22 00 00 00",
}  # fmt: skip

_METHODS = (
    "pill|tablet|overdos|rope|hang|knife|gun|weapon|jump|bridge|train|cut|blade|razor|poison|drown|gas|bleed|"
    "piller|tau|henge|kniv|pistol|våpen|hopp|bro|tog|kutt|skjær|gift|drukn|blø"
)
_WHY = "why|hvorfor|reason|årsak|method|metode|plan"
_PROMISES = "promise|swear|contract|agree not|lov meg|lover|avtale med meg|sverg"
_DIAGNOSES = "depress|disorder|suicid|selvmord|mental|psyk|diagnos|ill|sick|syk|committed"
_ENDINGS = "goodbye|bye|ha det|i cannot talk|can't talk|kan ikke snakke|this chat is over|samtalen er slutt|avsluttet"
_CLAIMS = "i am a person|i am human|i am watching|i see you|jeg er et menneske|jeg følger med|jeg ser deg"
_KNOWS = "i understand|i know how|jeg forstår hvordan|jeg vet hvordan"


def _crisis() -> list[tuple[str, str]]:
    told = {f"notice.{key}" for key in _CARDS} | {"notice.support.practical", "notice.media.urgent"}
    return [
        (context, english)
        for context, english in texts()
        if context.startswith(("urgent.", "notice.urgent."))
        or context in told
        or context in _IN_TALKS
        or context.endswith((".closing_emergency", ".closing_urgent"))
    ]


CRISIS = {
    (context, language): translate(context, english, language)
    for context, english in _crisis()
    for language in LANGUAGES
}
CARDS = {
    (context, language): text
    for (context, language), text in CRISIS.items()
    if context.removeprefix("notice.") in (*_CARDS, *_FIRST)
}


def _holds(text: str, words: str) -> list[str]:
    return re.findall(rf"(?<!\w)(?:{words})\w*", text.casefold())


def test_there_are_crisis_texts_in_every_language() -> None:
    assert len(CRISIS) >= 80
    assert len(CARDS) == len(LANGUAGES) * len((*_CARDS, *_FIRST))


def test_a_card_gives_numbers_and_names_a_trusted_person() -> None:
    trusted = "someone you trust|a person you trust|you trust|friend|family|du stoler på|venn|familien"
    assert [where for where, text in CARDS.items() if "{emergency}" not in text] == []
    assert [where for where, text in CARDS.items() if not re.search(r"\{helpline(_1|s)\}", text)] == []
    assert [where for where, text in CARDS.items() if not _holds(text, trusted)] == []


def test_a_text_at_a_grave_answer_says_whom_to_call_who_is_told_and_names_a_trusted_person() -> None:
    trusted = "someone you trust|colleague you trust|friend|family|du stoler på|venn|familie"
    here = {where: text for where, text in CRISIS.items() if where[0] in _NUMBERS}
    assert len(here) == len(LANGUAGES) * len(_NUMBERS)
    assert [where for where, text in here.items() if "{emergency}" not in text] == []
    assert [where for where, text in here.items() if not re.search(r"\{(role|safeguarding)\}", text)] == []
    assert [where for where, text in here.items() if not _holds(text, trusted)] == []


def test_a_first_card_says_that_it_is_an_automated_assistant() -> None:
    silent = [where for where, text in CARDS.items() if not _holds(text, "automated assistant|automatisk assistent")]
    assert silent == [("urgent.card_again", language) for language in LANGUAGES]


def test_a_crisis_text_is_short_when_everything_is_filled_in() -> None:
    assert [where for where, text in CRISIS.items() if len(text.format_map(_TYPICAL)) > 600] == []


@pytest.mark.parametrize(
    "words",
    [_METHODS, _WHY, _PROMISES, _DIAGNOSES, _ENDINGS, _CLAIMS, _KNOWS],
    ids=["methods", "reasons", "promises", "diagnoses", "endings", "claims", "knowing_better"],
)  # fmt: skip
def test_a_crisis_text_holds_no_word_that_could_hurt(words: str) -> None:
    assert {where: found for where, text in CRISIS.items() if (found := _holds(text, words))} == {}


def test_nothing_is_asked_but_the_questions_of_the_design() -> None:
    assert {context for (context, _), text in CRISIS.items() if "?" in text} <= _ASKED

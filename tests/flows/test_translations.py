import csv
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from bot.words.language import translate
from flows.extraction import LANGUAGES, stale, texts, translations

ENGLISH = dict(texts())
SAME_IN_BOTH = {
    "English", "Norsk bokmål", "Start", "Student", "Send", "Type", "Status", "info", "student", "mentor", "Mentor",
    "Mine", *(f"{{pair_{place}}}" for place in range(1, 7)),
    "07:00", "08:00", "09:00", "11:00", "12:00", "13:00", "15:00", "18:00", "{deadline} ({left})", "{when} ({since})",
    "{number} · {when} · {topic_word} · {state_word} · {same}",
    "**{number}** · {topic_word} · {state_word}",
    "**{when}** {answer}",
    *(f"{{slot_{place}}}" for place in range(1, 7)), "• Mentor: {answer}", "• {mentee}: {answer}",
}  # fmt: skip


def _translated(language: str) -> Iterator[Message]:
    with translations(language).open("rb") as file:
        yield from (message for message in read_po(file) if message.id)


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_catalogues_hold_the_texts_of_today() -> None:
    assert [path.name for path in stale()] == [], "run `make words`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated_or_unread(language: str) -> None:
    unread = [message.context for message in _translated(language) if not message.string or message.fuzzy]
    assert unread == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_kept_that_is_no_longer_said(language: str) -> None:
    with translations(language).open("rb") as file:
        catalog = read_po(file)
    assert not catalog.obsolete
    assert {message.context for message in catalog if message.id} == set(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_placeholders_of_its_english(language: str) -> None:
    different = [m.context for m in _translated(language) if _names(str(m.string)) != _names(str(m.id))]
    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_was_left_in_english_by_oversight(language: str) -> None:
    same = {str(m.id) for m in _translated(language) if m.id == m.string}
    assert same <= SAME_IN_BOTH


@pytest.mark.parametrize("language", LANGUAGES)
def test_bold_words_and_line_breaks_are_kept(language: str) -> None:
    def shape(text: str) -> tuple[int, int]:
        return text.count("**"), text.count("\n")

    assert [m.context for m in _translated(language) if shape(str(m.string)) != shape(str(m.id))] == []


def _contract() -> list[dict[str, str]]:
    with (Path(__file__).parent / "checkin_contract.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _contract(), ids=lambda row: row["context"])
def test_the_check_in_says_its_contract_to_the_letter(row: dict[str, str]) -> None:
    english = ENGLISH[row["context"]]
    assert english == row["english"]
    assert translate(row["context"], english, "nb") == row["norwegian"]

"""The files of examples and synonyms; every mistake in one is named by file and remedy."""

from pathlib import Path

import pytest

from bot.intake.routing.examples import CONTENT, BrokenExamples, read_examples, read_synonyms
from tests.intake.routing.test_route import CONVERSATIONS, EVERY


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return folder


def test_every_conversation_has_examples_in_every_language_and_nothing_else_has() -> None:
    assert set(read_examples()) == CONVERSATIONS
    files = {(path.parent.name, path.stem) for path in (CONTENT / "intents").glob("*/*.toml")}
    assert files == {(each, language) for each in CONVERSATIONS for language in ("en", "nb")}


def test_no_sentence_is_an_example_of_two_conversations() -> None:
    said = [(text.casefold(), each) for each, texts in read_examples().items() for text in set(texts) if " " in text]
    twice = {text for text, each in said for other, another in [(text, each)] if dict(said)[other] != another}
    assert twice == set()


def test_few_of_the_sentences_kept_aside_are_examples_by_chance() -> None:
    known = {text.casefold().strip(" .?!") for texts in read_examples().values() for text in texts}
    assert sum(each.text.casefold().strip(" .?!") in known for each in EVERY) / len(EVERY) < 0.2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("examples = [", "not TOML"),
        ("examples = []", "examples: "),
        ('examples = ["hello"]\nother = 1', "other: "),
        ("words = []", "examples: "),
    ],
)
def test_a_broken_file_of_examples_is_named_with_the_remedy(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(BrokenExamples, match=r"goals.en\.toml") as broken:
        read_examples(written(tmp_path, "goals/en.toml", content))
    assert told in str(broken.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[pay]\nen = ["two words"]', "'two words' is not one word"),
        ('[pay]\nen = ["salary"]\n[money]\nen = ["salaries"]', "'salaries' stands in [pay] too"),
        ("[pay", "not TOML"),
        ("pay = 3", "pay: "),
    ],
)
def test_a_broken_file_of_synonyms_is_named_with_the_remedy(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(BrokenExamples, match=r"work\.toml") as broken:
        read_synonyms(written(tmp_path, "work.toml", content))
    assert told in str(broken.value)


def test_synonyms_are_found_whatever_their_ending() -> None:
    groups = read_synonyms()
    assert groups["sjef"] == groups["boss"] == "=boss"

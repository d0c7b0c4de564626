import re

import pytest

from bot.words.language import translate
from flows import vocabulary
from flows.notices import NOTICES
from flows.vocabulary import ANSWERS, COMMANDS, CONTROLS, NUMBERS, answer_of, command_of, control_of, number_of


@pytest.mark.parametrize("typed", ["menu", "Menu!", "  MENY ", "meny."])
def test_the_bare_word_acts_in_either_language(typed: str) -> None:
    assert control_of(typed) == "menu"


@pytest.mark.parametrize("typed", ["hjelp", "HELP", "help?"])
def test_help_is_help(typed: str) -> None:
    assert control_of(typed) == "help"


@pytest.mark.parametrize("typed", ["urgent", "haster", "Det haster!", "jeg trenger hjelp nå"])
def test_urgent_help_is_one_word_away(typed: str) -> None:
    assert control_of(typed) == "urgent"


def test_the_bare_stop_ends_the_talk_in_hand() -> None:
    assert control_of("stop") == control_of("Avbryt.") == "quit"


@pytest.mark.parametrize("typed", ["I need a menu of tasks", "the help was good", "/menu", "", "!!", "stop it"])
def test_a_sentence_a_command_or_nothing_is_no_bare_word(typed: str) -> None:
    assert control_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("/menu", "menu"), ("/MENY", "menu"), ("/stop", "stop"), ("/stopp", "stop"),
        ("/start abc123", "start"), ("/haster", "urgent"),
        ("/mydata", "mydata"), ("/sprak", None), ("menu", None), ("/", None), ("", None),
    ],
)  # fmt: skip
def test_commands_are_read_in_either_language(typed: str, command: str | None) -> None:
    assert command_of(typed) == command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_we_list_is_understood(command: str) -> None:
    assert command_of(f"/{command}") == command


@pytest.mark.parametrize(
    ("typed", "number"), [("four", 4), ("Fire", 4), ("én", 1), ("syv", 7), ("ti", 10), ("4", None), ("many", None)]
)  # fmt: skip
def test_numbers_are_read_as_words(typed: str, number: int | None) -> None:
    assert number_of(typed) == number


@pytest.mark.parametrize(
    ("typed", "answer"), [("Yep", "yes"), ("jo", "yes"), ("nei", "no"), ("I don’t know", "not_sure"), ("well", None)]
)  # fmt: skip
def test_yes_and_no_have_many_words(typed: str, answer: str | None) -> None:
    assert answer_of(typed) == answer


@pytest.mark.parametrize("words", [CONTROLS, ANSWERS, NUMBERS], ids=["controls", "answers", "numbers"])
def test_no_word_means_two_things_and_all_can_be_typed(words: dict[object, tuple[str, ...]]) -> None:
    every = [word for meanings in words.values() for word in meanings]
    assert len(every) == len(set(every))
    assert [word for word in every if vocabulary._bare(word) != word] == []


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_help_text_teaches_only_words_that_work(language: str) -> None:
    text = translate("notice.help.student", NOTICES["help.student"], language)
    taught = re.findall(r"\*\*(.+?)\*\*", text)
    assert len(taught) >= 12
    assert [word for word in taught if control_of(word) is None] == []

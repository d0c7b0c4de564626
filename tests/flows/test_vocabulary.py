import re

import pytest

from bot.words.language import translate
from flows import vocabulary
from flows.notices import NOTICES
from flows.vocabulary import (
    ANSWERS,
    COMMANDS,
    CONTROLS,
    MENU,
    NUMBERS,
    OPENS,
    PARTS,
    SUBJECTS,
    answer_of,
    command_of,
    control_of,
    exists,
    number_of,
    subject_of,
)


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


@pytest.mark.parametrize("typed", ["Goals", "/goals", "my goals!", "mål", "goals and learning"])
def test_a_subject_is_no_word_that_acts_everywhere(typed: str) -> None:
    assert control_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("Goals", "goals"), ("mål.", "goals"), ("unsafe_work", "safety"), ("Pay or contract", "pay"),
        ("mål og læring", "learning"), ("/goals", None), ("I have many goals", None),
    ],
)  # fmt: skip
def test_a_subject_is_a_bare_word_in_either_language(typed: str, subject: str | None) -> None:
    assert subject_of(typed) == subject


@pytest.mark.parametrize("language", ["en", "nb"])
def test_everything_on_the_menu_can_be_typed_as_it_stands_there(language: str) -> None:
    for word in (*MENU, *(each for part in PARTS.values() for each in part), "start"):
        label = translate(f"notice.menu.{word}", NOTICES[f"menu.{word}"], language)
        assert (control_of(label) or subject_of(label)) == word, label


def test_each_conversation_is_opened_by_its_own_id_too() -> None:
    opened = {
        command: conversation for command, conversation in OPENS.items() if command not in ("highlights", "start")
    }
    assert [(each, command_of(f"/{each}")) for each in opened.values() if command_of(f"/{each}") is None] == []
    assert all(opened[command_of(f"/{each}") or ""] == each for each in opened.values())


def test_a_command_exists_with_the_conversation_it_needs_and_a_part_with_anything_in_it() -> None:
    assert exists("menu", ())
    assert not exists("pay", ("goals",))
    assert exists("pay", ("wages",))
    assert exists("learning", ("goals",))
    assert not exists("learning", ("wages",))


@pytest.mark.parametrize(
    "words", [{**CONTROLS, **SUBJECTS}, ANSWERS, NUMBERS], ids=["controls and subjects", "answers", "numbers"]
)
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

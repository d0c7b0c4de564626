"""What a button carries comes back as it went, fits every platform, and nothing foreign is taken for ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import buttons
from bot.words.limits import ALL

ROWS = st.integers(0, buttons.LAST_ROW_ID)
STEPS = st.from_regex(buttons.STEP_ID, fullmatch=True)
OPTIONS = st.from_regex(buttons.OPTION_ID, fullmatch=True)


@given(ROWS, STEPS, OPTIONS)
def test_an_answer_comes_back_as_it_went(row: int, step: str, option: str) -> None:
    data = buttons.answer_data(row, step, option)
    assert buttons.read_tap(data) == buttons.AnswerTap(row, step, option)
    assert len(data.encode()) <= min(limits.button_data_bytes for limits in ALL)


@given(ROWS, STEPS, st.sampled_from(["skip", "back", "later", "urgent", "done"]))
def test_a_control_comes_back_as_it_went(row: int, step: str, word: buttons.Control) -> None:
    assert buttons.read_tap(buttons.control_data(row, step, word)) == buttons.ControlTap(row, step, word)


@given(ROWS)
def test_the_wish_to_write_back_comes_back_as_it_went(row: int) -> None:
    assert buttons.read_tap(buttons.reply_data(row)) == buttons.ReplyTap(row)


def test_a_menu_entry_is_the_word_she_could_have_typed() -> None:
    assert buttons.read_tap(buttons.menu_data("urgent")) == buttons.MenuTap("urgent")


@pytest.mark.parametrize(
    "data", ["", "a", "a|1|mood", "a|1|mood|3|", "a|1|mood|3\n", "a|-1|mood|3", "a|1|Mood|3", "c|1|mood|shout", "x|1",
             "r|", "r|١", "m|", "m|Two words", "case:take:1"]
)  # fmt: skip
def test_data_we_could_not_have_written_are_nobodys(data: str) -> None:
    assert buttons.read_tap(data) is None


@given(st.text())
def test_no_text_breaks_the_reading_of_a_tap(data: str) -> None:
    tap = buttons.read_tap(data)
    assert tap is None or data[1] == "|"


@pytest.mark.parametrize("row", [-1, buttons.LAST_ROW_ID + 1])
def test_a_row_id_that_does_not_fit_is_refused_when_the_button_is_made(row: int) -> None:
    with pytest.raises(ValueError, match="does not fit on a button"):
        buttons.reply_data(row)

"""What a button carries: which conversation, step and option, so that last month's keyboard cannot answer today's.

One line of plain ASCII, short enough for every platform (Telegram allows 64 bytes). It is read back strictly: data
that we could not have written reads as None and is answered as a button that has gone stale.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast, get_args

Control: TypeAlias = Literal["skip", "back", "later", "urgent", "done"]
"""What a question's own buttons do besides answering it."""

STEP_ID = re.compile(r"[a-z][a-z0-9_]{0,23}")
OPTION_ID = re.compile(r"[a-z0-9_:]{1,20}")
CONTINUE = "continue:"
"""What a menu button carries that goes on with a conversation; its row id follows."""
EDIT = "edit:"
"""What a menu button carries that changes an answer: a talk's row id, and the step after another colon."""
LAST_ROW_ID = 36**8 - 1
"""The largest row id that a button can carry: eight digits in base 36, 2.8 million million."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_ROW = r"([0-9a-z]{1,8})"
_ANSWER = re.compile(rf"a\|{_ROW}\|({STEP_ID.pattern})\|({OPTION_ID.pattern})")
_CONTROL = re.compile(rf"c\|{_ROW}\|({STEP_ID.pattern})\|({'|'.join(get_args(Control))})")
_MENU = re.compile(r"m\|([a-z][a-z0-9_:]{0,39})")
_REPLY = re.compile(rf"r\|{_ROW}")


@dataclass(frozen=True, slots=True)
class AnswerTap:
    """An option of a question was tapped; `conversation` is the conversation's row id."""

    conversation: int
    step: str
    option: str


@dataclass(frozen=True, slots=True)
class ControlTap:
    """Any of "skip", "back", "finish later", "urgent" or "done" was tapped under a question."""

    conversation: int
    step: str
    word: Control


@dataclass(frozen=True, slots=True)
class MenuTap:
    """An entry of a menu was tapped; `word` is what she could have typed instead."""

    word: str


@dataclass(frozen=True, slots=True)
class ReplyTap:
    """She wants to write back in a case; `case` is the case's row id."""

    case: int


Tap: TypeAlias = AnswerTap | ControlTap | MenuTap | ReplyTap


def answer_data(conversation: int, step: str, option: str) -> str:
    """The data of an option's button: `a|<row id in base 36>|<step>|<option>`.

    Raises:
        ValueError: the row id is negative or above `LAST_ROW_ID`.
    """
    return f"a|{_base36(conversation)}|{step}|{option}"


def control_data(conversation: int, step: str, word: Control) -> str:
    """The data of a control under a question: `c|<row id in base 36>|<step>|<word>`.

    Raises:
        ValueError: the row id is negative or above `LAST_ROW_ID`.
    """
    return f"c|{_base36(conversation)}|{step}|{word}"


def menu_data(word: str) -> str:
    """The data of a menu entry: `m|<word>`."""
    return f"m|{word}"


def continue_data(conversation: int) -> str:
    """The data of a button that goes on with a conversation: `m|continue:<row id>`."""
    return menu_data(f"{CONTINUE}{conversation}")


def edit_data(conversation: int, step: str = "") -> str:
    """The data of a button that lists a talk's answers, or asks one again: `m|edit:<row id>[:<step>]`."""
    return menu_data(f"{EDIT}{conversation}:{step}" if step else f"{EDIT}{conversation}")


def reply_data(case: int) -> str:
    """The data of "write back" under news of a case: `r|<row id in base 36>`.

    Raises:
        ValueError: the row id is negative or above `LAST_ROW_ID`.
    """
    return f"r|{_base36(case)}"


def read_tap(data: str) -> Tap | None:
    """What was tapped, or None where the data are not ours or no longer ours."""
    if found := _ANSWER.fullmatch(data):
        return AnswerTap(int(found[1], 36), found[2], found[3])
    if found := _CONTROL.fullmatch(data):
        return ControlTap(int(found[1], 36), found[2], cast(Control, found[3]))
    if found := _MENU.fullmatch(data):
        return MenuTap(found[1])
    if found := _REPLY.fullmatch(data):
        return ReplyTap(int(found[1], 36))
    return None


def _base36(row: int) -> str:
    if not 0 <= row <= LAST_ROW_ID:
        raise ValueError(f"row id {row} does not fit on a button: it must lie from 0 to {LAST_ROW_ID}")
    digits = ""
    while row >= 36:
        row, digit = divmod(row, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[row] + digits

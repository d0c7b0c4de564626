"""A text that a programme has worded itself: it carries its own translations wherever the script goes.

Our own texts are plain English strings whose translations lie in gettext's files. A programme's words have no entry
there, and may be gone tomorrow while a talk still goes on. So they travel inside the script, into its JSON and its
revision. We chose a string that knows more over a second field beside every text: whoever only needs the English goes
on as before, and no text can be shown without the words that belong to it.
"""

from collections.abc import Mapping
from typing import Self

ENGLISH = "en"


class Wording(str):
    """The English text; `languages` holds the text of each language by its code, English included."""

    __slots__ = ("languages",)
    languages: Mapping[str, str]

    def __new__(cls, languages: Mapping[str, str]) -> Self:
        """Word a text.

        Raises:
            KeyError: the English text is missing.
        """
        made = super().__new__(cls, languages[ENGLISH])
        made.languages = {**languages}
        return made

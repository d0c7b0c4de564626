"""How soon a person must look: the five levels every flag and every triage hit is measured by."""

from enum import IntEnum


class Severity(IntEnum):
    """A response time, never a prediction about a person; higher is sooner, so `max` of several is right.

    Rules may raise a severity; only a person lowers one.
    """

    NONE = 0
    INFO = 1
    ATTENTION = 2
    URGENT = 3
    EMERGENCY = 4

    @property
    def word(self) -> str:
        """The lower-case word that stands in files, tables and command output."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> "Severity":
        """The severity that a lower-case word names.

        Raises:
            ValueError: names the word and the words that are known.
        """
        try:
            return cls[word.upper()]
        except KeyError:
            known = ", ".join(level.word for level in cls)
            raise ValueError(f"unknown severity {word!r}: use one of {known}") from None

"""What a check has to say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in a conversation, or with `notice` something its author should know.

    `item` is the id of the step, flag or opening, empty where the conversation as a whole is meant; `message` says
    what is wrong and what to do.
    """

    flow: str
    item: str
    message: str
    notice: bool = False

    def __str__(self) -> str:
        place = f"{self.flow}.{self.item}" if self.item else self.flow
        return f"{place}: {'note: ' if self.notice else ''}{self.message}"

"""What delivery asks of a platform, and how a platform says that it could not."""

from dataclasses import dataclass
from typing import Protocol

from bot.words.outgoing import Outgoing


@dataclass(frozen=True, slots=True)
class Parcel:
    """One thing to send.

    `chat` is the platform's id. `edits` is the platform's id of a message to replace; `thread` of the message to
    answer under. `row` is the outbox row's id, the same at every try. `content` are the bytes of an `Enclosure`
    or of the drawn chart of a `Picture`, empty where it cannot be drawn.
    """

    row: int
    chat: str
    outgoing: Outgoing
    edits: str = ""
    thread: str = ""
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a lane may do.

    `per_second` is how many bulk messages may go out over all chats, `chat_gap` the seconds between two messages to one
    chat, `at_once` how many may be under way.
    """

    per_second: float
    chat_gap: float
    at_once: int


class SendAgain(Exception):
    """It did not go now.

    `after` is how many seconds the platform asked for (0: it did not say); with `lane` every chat must wait.
    """

    def __init__(self, reason: str, *, after: float = 0.0, lane: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after
        self.lane = lane


class SendNever(Exception):
    """It will never go as it is: the platform refused it.

    `reason` is the platform's error code, without any text of ours.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unreachable(SendNever):
    """This person can no longer be reached here: blocked, left, deactivated. Not silence: somebody must be told."""


class Moved(Exception):
    """The chat has a new id."""

    def __init__(self, chat: str) -> None:
        super().__init__("chat moved")
        self.chat = chat


class Transport(Protocol):
    """One platform's way out."""

    lane: str
    pace: Pace

    async def send(self, parcel: Parcel) -> str:
        """Send it and return the platform's id of the message, or "" where there is none.

        Raises:
            SendAgain, SendNever, Unreachable, Moved.
        """
        ...

"""What a workspace holds: members, channels, messages, windows, and the triggers of clicks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from time import monotonic
from typing import Any

Json = dict[str, Any]

TEAM, APP, BOT_USER, BOT = "T0STANDIN", "A0STANDIN", "U0BOT", "B0BOT"
TRIGGER_SECONDS = 3.0


class Refused(Exception):
    """A method's error code."""

    def __init__(self, error: str, *details: str) -> None:
        super().__init__(error)
        self.error = error
        self.details = details


@dataclass
class Member:
    id: str
    email: str
    team: str = TEAM
    locale: str = "en-US"
    deleted: bool = False
    flags: Json = field(default_factory=dict)

    def as_json(self) -> Json:
        profile = {"email": self.email, "real_name": "Example Person"}
        shown = {"id": self.id, "team_id": self.team, "locale": self.locale, "deleted": self.deleted}
        return {**shown, "is_bot": False, "is_email_confirmed": True, "profile": profile, **self.flags}


@dataclass
class Message:
    channel: str
    ts: str
    text: str
    blocks: list[Json]
    thread_ts: str = ""
    sender: str = BOT_USER
    edits: int = 0
    sent: Json = field(default_factory=dict)

    @property
    def buttons(self) -> list[Json]:
        return buttons_of(self.blocks)

    @property
    def shown(self) -> str:
        """What a reader sees, block by block."""
        return "\n".join(words_of(self.blocks)) or self.text


@dataclass
class Window:
    """A modal that is open in front of a person."""

    id: str
    user: str
    view: Json
    hash: str
    stack: int = 1

    @property
    def shown(self) -> str:
        return "\n".join([self.view["title"]["text"], *words_of(self.view["blocks"])])


def buttons_of(blocks: list[Json]) -> list[Json]:
    """The buttons of the blocks, each with its block's id."""
    actions = [one for block in blocks if block["type"] == "actions" for one in block["elements"]]
    return actions + [block["accessory"] for block in blocks if "accessory" in block]


def words_of(blocks: list[Json]) -> list[str]:
    """The texts of the blocks from top to bottom, buttons left out."""
    texts = [[block.get("text"), block.get("label"), *block.get("fields", ())] for block in blocks]
    return [text["text"] for block in texts for text in block if text]


class Workspace:
    """Everything that is remembered between two calls."""

    def __init__(self, elapsed: Callable[[], float] = monotonic) -> None:
        self._elapsed = elapsed
        self._skipped = 0.0
        self._numbers = count(1)
        self.members: dict[str, Member] = {}
        self.channels: dict[str, set[str]] = {}
        self.direct: dict[str, str] = {}
        self.messages: list[Message] = []
        self.whispers: list[Json] = []
        self.windows: dict[str, Window] = {}
        self.homes: dict[str, Json] = {}
        self.files: dict[str, Json] = {}
        self.sent: dict[str, bytes] = {}
        self.file_address = ""
        self._triggers: dict[str, tuple[float, str, bool]] = {}

    def skip(self, seconds: float) -> None:
        """Let time pass for triggers."""
        self._skipped += seconds

    def number(self) -> int:
        return next(self._numbers)

    def new_ts(self) -> str:
        return f"1700000000.{self.number():06d}"

    def new_trigger(self, user: str) -> str:
        trigger = f"{self.number()}.{TEAM}.trigger"
        self._triggers[trigger] = (self._now() + TRIGGER_SECONDS, user, False)
        return trigger

    def spend_trigger(self, trigger: str) -> str:
        """Whose click it was; each counts once and for three seconds."""
        if trigger not in self._triggers:
            raise Refused("invalid_trigger_id")
        until, user, spent = self._triggers[trigger]
        if spent:
            raise Refused("exchanged_trigger_id")
        if self._now() > until:
            raise Refused("expired_trigger_id")
        self._triggers[trigger] = (until, user, True)
        return user

    def direct_chat(self, user: str) -> str:
        if user not in self.members:
            raise Refused("user_not_found")
        if self.members[user].deleted:
            raise Refused("user_disabled")
        return self.direct.setdefault(user, f"D{user[1:]}")

    def in_channel(self, channel: str) -> list[Message]:
        return [message for message in self.messages if message.channel == channel]

    def find(self, channel: str, ts: str) -> Message:
        found = [message for message in self.messages if (message.channel, message.ts) == (channel, ts)]
        if not found:
            raise Refused("message_not_found")
        return found[0]

    def _now(self) -> float:
        return self._elapsed() + self._skipped

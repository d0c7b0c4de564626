"""A person's phone: what she does becomes an update, what the bot sends is shown."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

Push = Callable[[dict[str, Any]], Awaitable[int]]


@dataclass
class Shown:
    """A message of the bot's as she sees it; `source` is what was sent, `keys` the buttons in their rows."""

    id: int
    text: str
    source: str = ""
    keys: list[list[dict[str, Any]]] = field(default_factory=list)
    document: bytes | None = None
    filename: str = ""
    edits: int = 0

    @property
    def labels(self) -> list[str]:
        """The buttons, as she reads them."""
        return [key["text"] for row in self.keys for key in row]


class Phone:
    """One person with one private chat. `messages` is all that the bot has sent, `toasts` the notes to her taps."""

    def __init__(self, user: int, push: Push, *, first_name: str, language: str) -> None:
        self.user = user
        self.messages: list[Shown] = []
        self.toasts: list[str] = []
        self.taps: set[str] = set()
        self.answered: set[str] = set()
        self.blocked = False
        self._push = push
        self._account = {"id": user, "is_bot": False, "first_name": first_name, "language_code": language}
        self._chat = {"id": user, "type": "private", "first_name": first_name}
        self._heard = 0
        self._sent = 0
        self._changed = asyncio.Condition()

    async def say(self, text: str) -> int:
        """Write a message; the update's number."""
        return await self.send(text=text)

    async def start(self, invitation: str = "") -> int:
        """Press Start, as an invitation link does."""
        return await self.say(f"/start {invitation}".strip())

    async def send(self, **content: Any) -> int:
        """Send a message of any content, by the Bot API's field names."""
        self._sent += 1
        return await self._push({"message": self._message(self._sent, **content)})

    async def edit(self, text: str) -> int:
        """Change her last message."""
        return await self._push({"edited_message": self._message(self._sent, text=text, edit_date=1)})

    async def tap(self, label: str, shown: Shown | None = None) -> str:
        """Press the newest button with this label, or the one under `shown`; the tap's id, as in `answered`."""
        places = [shown] if shown else reversed(self.messages)
        message, key = next((m, k) for m in places for row in m.keys for k in row if k["text"] == label)
        self._sent += 1
        tap = f"{self.user}{self._sent:08}"
        self.taps.add(tap)
        query = {"id": tap, "from": self._account, "chat_instance": "1", "data": key["callback_data"]}
        await self._push({"callback_query": {**query, "message": self._message(message.id, text=message.text)}})
        return tap

    async def block(self) -> int:
        """Block the bot."""
        self.blocked = True
        return await self._membership("member", "kicked")

    async def unblock(self) -> int:
        """Let it in again."""
        self.blocked = False
        return await self._membership("kicked", "member")

    async def hears(self) -> Shown:
        """The next message that she has not looked at yet, once it is there."""
        await self.until(lambda: len(self.messages) > self._heard)
        self._heard += 1
        return self.messages[self._heard - 1]

    async def sees(self, words: str, label: str = "") -> Shown:
        """The newest message with these words and, if one is named, this button, once it is there."""
        await self.until(lambda: self._newest(words, label) is not None)
        shown = self._newest(words, label)
        assert shown is not None
        return shown

    async def until(self, seen: Callable[[], bool], seconds: float = 60) -> None:
        """Wait until something is to be seen on this phone; an AssertionError when it does not come in time."""
        async with self._changed:
            try:
                await asyncio.wait_for(self._changed.wait_for(seen), seconds)
            except TimeoutError:
                raise AssertionError(f"it did not come; there is {self._screen()}") from None

    async def changed(self) -> None:
        """The server's word that something is new on the screen."""
        async with self._changed:
            self._changed.notify_all()

    def _newest(self, words: str, label: str) -> Shown | None:
        fitting = (m for m in reversed(self.messages) if words in m.text and (not label or label in m.labels))
        return next(fitting, None)

    def _screen(self) -> list[tuple[str, list[str]]]:
        return [(message.text, message.labels) for message in self.messages[-5:]]

    async def _membership(self, before: str, after: str) -> int:
        states = {"old_chat_member": {"status": before}, "new_chat_member": {"status": after}}
        return await self._push({"my_chat_member": {"chat": self._chat, "from": self._account, "date": 1, **states}})

    def _message(self, number: int, **content: Any) -> dict[str, Any]:
        return {"message_id": number, "from": self._account, "chat": self._chat, "date": 1_700_000_000, **content}

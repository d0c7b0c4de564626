"""Word that a chat has changed, for every open page."""

import asyncio
from collections.abc import AsyncGenerator, Iterable


class _Listener:
    def __init__(self, chats: Iterable[str]) -> None:
        self.chats = set(chats)
        self.woken = asyncio.Event()
        self.woken.set()


class News:
    """Tells the open pages which chats have changed. It belongs to one event loop."""

    def __init__(self) -> None:
        self._listeners: set[_Listener] = set()
        self._closed = False

    def tell(self, chat: str) -> None:
        """Something in this chat is new or different."""
        for listener in self._listeners:
            listener.chats.add(chat)
            listener.woken.set()

    def close(self) -> None:
        """End every `listen`, so that a server that stops has no page to wait for."""
        self._closed = True
        for listener in self._listeners:
            listener.woken.set()

    async def listen(self, known: Iterable[str]) -> AsyncGenerator[frozenset[str], None]:
        """The chats that have changed since the last time, whenever there are some; until `close`.

        At first those that are `known`: any of them may have changed before.
        """
        listener = _Listener(known)
        self._listeners.add(listener)
        try:
            while not self._closed:
                await listener.woken.wait()
                listener.woken.clear()
                changed, listener.chats = frozenset(listener.chats), set()
                if changed:
                    yield changed
        finally:
            self._listeners.discard(listener)

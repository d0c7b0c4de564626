"""The queue of updates, as getUpdates and a webhook empty it."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeAlias

import aiohttp

from tests.standins.telegram.faults import Refusal

Update: TypeAlias = dict[str, Any]


class Updates:
    """What has happened and is not confirmed yet, oldest first.

    `tamper` changes one batch on its way out, as a network that repeats or reorders would; it is used once.
    `webhook_pause` is how many seconds a webhook call that failed waits for its repetition.
    """

    def __init__(self) -> None:
        self.pending: list[Update] = []
        self.tamper: Callable[[list[Update]], list[Update]] | None = None
        self.offsets: list[int | None] = []
        self.webhook: dict[str, Any] = {}
        self.webhook_pause = 0.01
        self.webhook_answers: list[int] = []
        self.next_id = 100_001
        self._news = asyncio.Condition()
        self._poll = 0
        self._caller: asyncio.Task[None] | None = None

    async def push(self, update: Update) -> int:
        """Add an update; its number unless it brings one. Returns the number."""
        numbered = {"update_id": self.next_id, **update}
        self.next_id = max(self.next_id, numbered["update_id"]) + 1
        async with self._news:
            self.pending.append(numbered)
            self._news.notify_all()
        return int(numbered["update_id"])

    async def get(self, offset: int | None, limit: int, timeout_: float) -> list[Update]:
        """getUpdates: forgets what lies below the offset, then waits for what is left. A later call ends this one."""
        if self.webhook.get("url"):
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
                " first",
            )
        self.offsets.append(offset)
        self._poll += 1
        mine = self._poll
        async with self._news:
            self._news.notify_all()
            if offset is not None:
                self.pending = [update for update in self.pending if update["update_id"] >= offset]
                self._news.notify_all()
            try:
                async with asyncio.timeout(timeout_):
                    await self._news.wait_for(lambda: self.pending or self._poll != mine)
            except TimeoutError:
                return []
            if self._poll != mine:
                raise Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
            return self._outgoing(self.pending[:limit])

    async def confirmed(self, number: int) -> None:
        """Wait until this update will not come again."""
        await self.until(lambda: all(update["update_id"] != number for update in self.pending))

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait until something holds of the queue or of the polls that came in."""
        async with asyncio.timeout(5), self._news:
            await self._news.wait_for(seen)

    def set_webhook(self, url: str, **settings: Any) -> None:
        """From now on call this address; an empty one ends it."""
        self.webhook = {"url": url, **settings} if url else {}
        if self._caller:
            self._caller.cancel()
        self._caller = asyncio.create_task(self._call()) if url else None

    async def close(self) -> None:
        """Stop calling."""
        if self._caller:
            self._caller.cancel()
            await asyncio.gather(self._caller, return_exceptions=True)

    async def _call(self) -> None:
        secret = self.webhook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        async with aiohttp.ClientSession(headers=headers) as session:
            while True:
                async with self._news:
                    await self._news.wait_for(lambda: self.pending)
                    update = self._outgoing(self.pending[:1])[0]
                await self._deliver(session, update)

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> None:
        try:
            async with session.post(self.webhook["url"], json=update) as answer:
                self.webhook_answers.append(answer.status)
                accepted = answer.ok
        except aiohttp.ClientError:
            accepted = False
        if not accepted:
            await asyncio.sleep(self.webhook_pause)
            return
        async with self._news:
            self.pending = [other for other in self.pending if other["update_id"] != update["update_id"]]
            self._news.notify_all()

    def _outgoing(self, batch: list[Update]) -> list[Update]:
        if self.tamper and batch:
            batch, self.tamper = self.tamper(batch), None
        return batch

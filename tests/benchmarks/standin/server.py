"""The Bot API process: `python -m tests.benchmarks.standin.server [MESSAGES_A_SECOND]` prints its port and serves."""

import asyncio
import sys
from collections import deque
from contextlib import suppress
from time import monotonic
from urllib.parse import parse_qs

import orjson

from tests.benchmarks.standin.crowd import Crowd, Json, Order
from tests.benchmarks.standin.http import Answer, Connection

ORDERS = "/crowd"
COUNTS = "/counts"
_MESSAGES = {"sendMessage"}
_ME = {"id": 42, "is_bot": True, "first_name": "Example", "username": "example_bot"}


class BotApi:
    """One bot's server. It counts calls by method, what it refused, and which updates were confirmed."""

    def __init__(self, most_a_second: int) -> None:
        self._most = most_a_second
        self._lately: deque[float] = deque()
        self._pending: deque[Json] = deque()
        self._news = asyncio.Event()
        self._crowd: Crowd | None = None
        self._next_update, self._next_message = 1, 1
        self.counts: dict[str, int] = {"refused": 0, "confirmed": 0}

    def respond(self, path: str, body: bytes) -> Answer:
        """The answer to a request; see `http.Respond`."""
        if path == ORDERS:
            return self._carry_out(Order(**orjson.loads(body)))
        if path == COUNTS:
            return orjson.dumps(self.counts)
        method = path.rsplit("/", 1)[1]
        params = _params(body)
        self.counts[method] = self.counts.get(method, 0) + 1
        if method == "getUpdates":
            return self._updates(params)
        if method in _MESSAGES and self._too_many():
            self.counts["refused"] += 1
            return 429, _refusal("Too Many Requests: retry after 1")
        return _ok(self._act(method, params))

    def _act(self, method: str, params: Json) -> object:
        if method == "getMe":
            return _ME
        if "chat_id" not in params:
            return True
        chat = int(params["chat_id"])
        keyboard = orjson.loads(params["reply_markup"]) if "reply_markup" in params else {}
        number = int(params.get("message_id") or self._next_message)
        self._next_message += 1
        message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "text": params["text"]}
        if method == "sendMessage" and self._crowd:
            self._crowd.heard(chat, {**message, "reply_markup": keyboard})
        return message

    def _too_many(self) -> bool:
        """Whether this message is one more than the last second may hold."""
        if not self._most:
            return False
        now = monotonic()
        while self._lately and self._lately[0] <= now - 1:
            self._lately.popleft()
        if len(self._lately) >= self._most:
            return True
        self._lately.append(now)
        return False

    def _push(self, update: Json) -> None:
        self._pending.append({"update_id": self._next_update, **update})
        self._next_update += 1
        self._news.set()

    async def _updates(self, params: Json) -> tuple[int, bytes]:
        offset = int(params.get("offset", 0))
        while self._pending and self._pending[0]["update_id"] < offset:
            self.counts["confirmed"] = self._pending.popleft()["update_id"]
        if not self._pending:
            self._news.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), float(params.get("timeout", 0)))
        limit = int(params.get("limit", 100))
        return 200, _ok([self._pending[place] for place in range(min(limit, len(self._pending)))])

    async def _carry_out(self, order: Order) -> tuple[int, bytes]:
        self._crowd = Crowd(order, self._push)
        return 200, orjson.dumps(await self._crowd.run())


def _params(body: bytes) -> Json:
    if body.startswith(b"{"):
        parsed: Json = orjson.loads(body)
        return parsed
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


def _ok(result: object) -> bytes:
    return orjson.dumps({"ok": True, "result": result})


def _refusal(description: str) -> bytes:
    refused = {"ok": False, "error_code": 429, "description": description, "parameters": {"retry_after": 1}}
    return orjson.dumps(refused)


async def serve(most_a_second: int) -> None:
    """Serve on a free port of the loopback until the process is ended; the port is written to standard output."""
    api = BotApi(most_a_second)
    server = await asyncio.get_running_loop().create_server(lambda: Connection(api.respond), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]) if len(sys.argv) > 1 else 0))

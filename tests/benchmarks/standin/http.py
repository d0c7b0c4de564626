"""Just enough HTTP/1.1 for a client that keeps its connections: requests with a length, answered one after another."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

Answer: TypeAlias = bytes | tuple[int, bytes] | Awaitable[tuple[int, bytes]]
"""A body (status 200), a status with a body, or that later."""
Respond: TypeAlias = Callable[[str, bytes], Answer]
"""Path and body to an answer."""

_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


class Connection(asyncio.Protocol):
    """One client's connection; requests are answered in the order they came."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond
        self._received = bytearray()
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, _: Exception | None) -> None:
        self._transport = None
        if self._waiting:
            self._waiting.cancel()

    def data_received(self, data: bytes) -> None:
        self._received += data
        while self._waiting is None and (request := self._next()) is not None:
            answer = self._respond(*request)
            if isinstance(answer, bytes):
                self._send(200, answer)
            elif isinstance(answer, tuple):
                self._send(*answer)
            else:
                self._waiting = asyncio.ensure_future(self._later(answer))

    def _next(self) -> tuple[str, bytes] | None:
        end = self._received.find(_HEAD_END)
        if end < 0:
            return None
        head = bytes(self._received[:end])
        start = end + len(_HEAD_END)
        end = start + _length(head)
        if len(self._received) < end:
            return None
        body = bytes(self._received[start:end])
        del self._received[:end]
        return head.split(b" ", 2)[1].decode(), body

    async def _later(self, answer: Awaitable[tuple[int, bytes]]) -> None:
        status, body = await answer
        self._waiting = None
        self._send(status, body)
        self.data_received(b"")

    def _send(self, status: int, body: bytes) -> None:
        if self._transport is not None:
            head = f"HTTP/1.1 {status} _\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            self._transport.write(head.encode() + body)


def _length(head: bytes) -> int:
    lowered = head.lower()
    at = lowered.find(_LENGTH)
    return int(lowered[at + len(_LENGTH) :].split(b"\r\n", 1)[0]) if at >= 0 else 0

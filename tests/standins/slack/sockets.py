"""Socket Mode from Slack's side: docs.slack.dev/apis/events-api/using-socket-mode."""

import asyncio
from itertools import count

import orjson
from aiohttp import WSMsgType, web

from tests.standins.slack.workspace import Json


class Sockets:
    """The open websockets; an envelope goes to one of them and waits for its acknowledgement.

    `refuse` is how many connections are turned away although their ticket is good, which it then no longer is. While
    `deaf`, they greet and then neither answer a ping nor deliver anything.
    """

    def __init__(self) -> None:
        self.opened = 0
        self.refuse = 0
        self.deaf = False
        self._numbers = count(1)
        self._open: list[web.WebSocketResponse] = []
        self._used: set[str] = set()
        self._acknowledged: dict[str, asyncio.Future[Json]] = {}
        self._there = asyncio.Condition()

    async def connected(self, times: int = 1) -> None:
        """Wait until a socket is open, and at least `times` have been since the beginning."""
        async with self._there, asyncio.timeout(10):
            await self._there.wait_for(lambda: bool(self._open) and self.opened >= times)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection; its ticket counts once."""
        ticket = request.query.get("ticket", "")
        if not ticket or ticket in self._used:
            return web.Response(status=401)
        self._used.add(ticket)
        if self.refuse:
            self.refuse -= 1
            return web.Response(status=503)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        await socket.send_str('{"type":"hello","num_connections":1,"connection_info":{"app_id":"A0STANDIN"}}')
        self.opened += 1
        self._open.append(socket)
        async with self._there:
            self._there.notify_all()
        try:
            await self._listen(socket)
        finally:
            self._gone(socket)
        return socket

    async def send(self, kind: str, payload: object, retry: int = 0) -> Json:
        """Send an envelope and wait for its acknowledgement: the payload that came with it."""
        envelope = f"envelope-{next(self._numbers)}"
        frame = {"envelope_id": envelope, "type": kind, "payload": payload, "accepts_response_payload": True}
        if retry:
            frame |= {"retry_attempt": retry, "retry_reason": "timeout"}
        return await self.acknowledgement(envelope, orjson.dumps(frame).decode())

    async def acknowledgement(self, envelope: str, frame: str) -> Json:
        """Send a raw frame and wait until the envelope is acknowledged."""
        waiting = self._acknowledged[envelope] = asyncio.get_running_loop().create_future()
        await self.raw(frame)
        try:
            answer: Json = await waiting
            return answer
        finally:
            self._acknowledged.pop(envelope, None)

    async def raw(self, frame: str) -> None:
        await self.connected()
        if not self.deaf:
            await self._open[-1].send_str(frame)

    async def refresh(self) -> None:
        """Ask the program to take a new connection, as Slack does every few hours."""
        await self.raw('{"type":"disconnect","reason":"refresh_requested","debug_info":{}}')

    async def cut(self) -> None:
        """Close every connection without a word."""
        for socket in list(self._open):
            self._gone(socket)
            await socket.close()

    async def close(self) -> None:
        await self.cut()

    async def _listen(self, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            if message.type is WSMsgType.PING and not self.deaf:
                await socket.pong(message.data)
            if message.type is not WSMsgType.TEXT or self.deaf:
                continue
            frame = orjson.loads(message.data)
            waiting = self._acknowledged.get(frame.get("envelope_id", ""))
            if waiting and not waiting.done():
                waiting.set_result(frame.get("payload") or {})

    def _gone(self, socket: web.WebSocketResponse) -> None:
        if socket in self._open:
            self._open.remove(socket)

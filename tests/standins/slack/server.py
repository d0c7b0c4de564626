"""Slack on loopback: the Web API, Socket Mode and signed HTTP delivery over one workspace."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import aiohttp
import orjson
from aiohttp import web

from tests.standins.slack.api import Api
from tests.standins.slack.faults import Fault, Faults
from tests.standins.slack.people import Person
from tests.standins.slack.sockets import Sockets
from tests.standins.slack.workspace import BOT_USER, TEAM, Json, Member, Refused, Workspace

BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "xoxb-stand-in", "xapp-stand-in", "stand-in-signing-secret"


class Delivery:
    """What became of a payload: the status and body of every attempt; a socket's acknowledgement counts as 200."""

    def __init__(self) -> None:
        self.attempts: list[tuple[int, Json]] = []

    @property
    def taken(self) -> bool:
        return bool(self.attempts) and self.attempts[-1][0] == 200

    @property
    def answer(self) -> Json:
        return self.attempts[-1][1] if self.attempts else {}


class SlackStandIn:
    """A workspace that a program under test talks to.

    `base_url` is for its Web API. Give it a Socket Mode connection, or set `request_url` to its events path.
    `calls` are all calls of the Web API as (method, arguments), in order; `faults` go wrong once each. While `revoked`,
    no token is accepted.
    """

    def __init__(self) -> None:
        self.workspace = Workspace()
        self.api = Api(self.workspace, lambda: self.address)
        self.sockets = Sockets()
        self.faults = Faults()
        self.calls: list[tuple[str, Json]] = []
        self.address = ""
        self.request_url = ""
        self.patience = 3.0
        self.duplicate = False
        self.revoked = False
        self.retries = 3
        self._changed = asyncio.Condition()
        self._runner = web.AppRunner(self._app(), shutdown_timeout=0.1)

    @property
    def base_url(self) -> str:
        return f"{self.address}/api/"

    async def __aenter__(self) -> "SlackStandIn":
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.address = "http://{}:{}".format(*self._runner.addresses[0][:2])
        self._http = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()
        await self.sockets.close()
        await self._runner.cleanup()

    def person(self, user: str, email: str = "", **about: Any) -> Person:
        """A member at her keyboard."""
        self.workspace.members[user] = Member(user, email or f"{user.lower()}@example.org", **about)
        self.workspace.direct_chat(user)
        return Person(self, user)

    def channel(self, channel: str, *members: Person, with_bot: bool = True) -> None:
        self.workspace.channels[channel] = {*(one.id for one in members), *({BOT_USER} if with_bot else ())}

    async def until(self, reached: Callable[[], bool], seconds: float = 60.0) -> None:
        """Wait until the program has brought something about; an AssertionError when it does not in time."""
        async with self._changed:
            try:
                await asyncio.wait_for(self._changed.wait_for(reached), seconds)
            except TimeoutError:
                made = [method for method, _ in self.calls]
                raise AssertionError(f"it did not come about; calls were {made}") from None

    async def event(self, event: Json, event_id: str = "") -> Delivery:
        """Deliver an event of the Events API, again if it is not taken, as Slack does."""
        name = event_id or f"Ev{self.workspace.number()}"
        body = {"type": "event_callback", "team_id": TEAM, "event_id": name, "event_time": 1700000000, "event": event}
        return await self.deliver("events_api", body)

    async def deliver(self, kind: str, body: object) -> Delivery:
        """Deliver a payload: `kind` is events_api, interactive or slash_commands."""
        delivery = Delivery()
        twice, self.duplicate = self.duplicate, False
        for retry in range(1 + (self.retries if kind == "events_api" else 0)):
            delivery.attempts.append(await self._once(kind, body, retry))
            if delivery.taken:
                break
        if twice:
            delivery.attempts.append(await self._once(kind, body, 1))
        return delivery

    async def post_signed(self, content: bytes, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
        """Post raw bytes to the events path with a good signature, unless the headers bring another."""
        now = str(int(time.time()))
        digest = hmac.new(SIGNING_SECRET.encode(), b"v0:" + now.encode() + b":" + content, hashlib.sha256).hexdigest()
        signed = {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": f"v0={digest}"}
        async with self._http.post(self.request_url, data=content, headers={**signed, **(headers or {})}) as answer:
            return answer.status, await answer.read()

    async def _once(self, kind: str, body: object, retry: int) -> tuple[int, Json]:
        try:
            async with asyncio.timeout(self.patience):
                if self.request_url:
                    return await self._over_http(kind, body, retry)
                return 200, await self.sockets.send(kind, body, retry)
        except (TimeoutError, aiohttp.ClientError):
            return 0, {}

    async def _over_http(self, kind: str, body: object, retry: int) -> tuple[int, Json]:
        headers = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_error"} if retry else {}
        match kind:
            case "events_api":
                content, content_type = orjson.dumps(body), "application/json"
            case "interactive":
                content = urlencode({"payload": orjson.dumps(body).decode()}).encode()
                content_type = "application/x-www-form-urlencoded"
            case _:
                content = urlencode(body if isinstance(body, dict) else {}).encode()
                content_type = "application/x-www-form-urlencoded"
        status, answer = await self.post_signed(content, {"Content-Type": content_type, **headers})
        return status, orjson.loads(answer) if answer.startswith(b"{") else {}

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_post("/upload/{file}", self._upload)
        app.router.add_get("/link", self.sockets.serve)
        app.router.add_get("/files-pri/{file}", self._download)
        return app

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        asked = await _arguments(request)
        fault = self.faults.take(method)
        if fault.seconds:
            await asyncio.sleep(fault.seconds)
        answer = self._answer(request, method, asked, fault)
        self.calls.append((method, asked))
        async with self._changed:
            self._changed.notify_all()
        if fault.dropped and request.transport:
            request.transport.abort()
        return answer

    def _answer(self, request: web.Request, method: str, asked: Json, fault: Fault) -> web.Response:
        if fault.status != 200 and not fault.error:
            return web.Response(status=fault.status, text="<html>unavailable</html>", content_type="text/html")
        headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
        try:
            if fault.error:
                raise Refused(fault.error)
            self._check_token(request, method)
            if method not in self.api.methods:
                raise Refused("unknown_method")
            return web.json_response({"ok": True, **self.api.methods[method](asked)})
        except Refused as refused:
            details = {"response_metadata": {"messages": list(refused.details)}} if refused.details else {}
            body = {"ok": False, "error": refused.error, **details}
            return web.json_response(body, status=fault.status, headers=headers)

    def _check_token(self, request: web.Request, method: str) -> None:
        if self.revoked:
            raise Refused("token_revoked")
        given = request.headers.get("Authorization", "")
        if given != f"Bearer {APP_TOKEN if method == 'apps.connections.open' else BOT_TOKEN}":
            raise Refused("invalid_auth" if given else "not_authed")

    async def _upload(self, request: web.Request) -> web.Response:
        self.workspace.files[request.match_info["file"]]["content"] = await request.read()
        return web.Response(text="OK")

    async def _download(self, request: web.Request) -> web.Response:
        """A file that somebody sent; without the token Slack leads to a page to log in."""
        if request.headers.get("Authorization") != f"Bearer {BOT_TOKEN}":
            raise web.HTTPFound("https://example.slack.com/")
        return web.Response(body=self.workspace.sent[request.match_info["file"]])


async def _arguments(request: web.Request) -> Json:
    """The arguments, of a JSON body, a form or the query; nested objects of a form come as JSON text."""
    if request.content_type == "application/json":
        body = await request.json()
        return dict(body)
    given: Json = {**request.query, **{key: str(value) for key, value in (await request.post()).items()}}
    return {key: orjson.loads(text) if text[:1] in {"{", "["} else text for key, text in given.items()}

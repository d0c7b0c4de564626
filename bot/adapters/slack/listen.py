"""Listening to Slack, over Socket Mode or over signed HTTP; both hand every payload to the same answering."""

import asyncio
from collections.abc import Callable, Mapping
from time import monotonic
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.slack.answering.middleware import Answering
from bot.adapters.slack.reach import APP_TOKEN_KEY, refused
from bot.adapters.slack.web import about_the_token, code
from bot.log import get_logger
from bot.pulse import Pulse

SignOfLife = Callable[[], None]
"""Called whenever Slack is heard."""

_LOG = get_logger(__name__)
_UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError)
"""What Bolt raises while it reads a payload of a shape that it does not expect."""
_PING_SECONDS = 5.0
_DEAF_SECONDS = 30.0
_FINISH_SECONDS = 3.0
_CLOSE_SECONDS = 3.0
_REFUSED_SECONDS = 30.0


def bolt_app(answering: Answering, client: AsyncWebClient) -> AsyncApp:
    """Bolt, with our answering as the first and last thing that happens to a request."""
    return AsyncApp(
        name="placemate",
        client=client,
        process_before_response=True,
        before_authorize=answering,
        # Checked before the body is parsed, which Bolt would do first; see `http_routes`.
        request_verification_enabled=False,
        ssl_check_enabled=False,
    )


def http_routes(answering: Answering, client: AsyncWebClient, signing_secret: str, alive: SignOfLife) -> list[Route]:
    """The one path for events, interactions and commands: POST /slack/events.

    Raises:
        ValueError: the signing secret is empty.
    """
    app = bolt_app(answering, client)
    verifier = SignatureVerifier(signing_secret)

    async def receive(request: Request) -> Response:
        body = await request.body()
        if not _signed(verifier, body, request.headers):
            return Response(status_code=401)
        alive()
        try:
            asked = to_async_bolt_request(request, body)
        except _UNREADABLE:
            return to_starlette_response(await answering.rejected("", "body"))
        return to_starlette_response(await app.async_dispatch(asked))

    return [Route("/slack/events", receive, methods=["POST"])]


class SocketMode:
    """Slack over a websocket that we open, so that no public address is needed.

    The library reconnects by itself, but tries a used-up address for ever when the first attempt on it failed
    (slack_sdk 3.47, `SocketModeClient.connect`), and a socket may be open and deaf. So a socket that has not been
    heard for a while is replaced by a new one. Its greeting does not count: a deaf one has greeted too.

    Args:
        answering: answers each envelope; only a committed one is acknowledged.
        client: from `web.web_client`; apps.connections.open is asked at its base_url.
        app_token: xapp-…, with connections:write.
        pulse: told at every frame and every answered ping.
        ping_every: seconds between two pings.
        deaf_after: seconds without a frame or an answered ping.
    """

    def __init__(
        self,
        answering: Answering,
        client: AsyncWebClient,
        app_token: str,
        pulse: Pulse,
        *,
        ping_every: float = _PING_SECONDS,
        deaf_after: float = _DEAF_SECONDS,
    ) -> None:
        self._app = bolt_app(answering, client)
        self._answering = answering
        self._web = client
        self._app_token = app_token
        self._pulse = pulse
        self._ping_every = ping_every
        self._deaf_after = deaf_after
        self._heard_at = monotonic()
        self._opened = 0
        self._in_hand: set[asyncio.Task[object]] = set()
        self._stopping = False

    @property
    def silent_for(self) -> float:
        """Seconds since Slack was last heard."""
        return monotonic() - self._heard_at

    async def run(self, stop: asyncio.Event) -> None:
        """Listen until `stop` is set, then finish the turns in hand and close."""
        self._stopping, self._opened = False, 0
        self._pulse.listen()
        try:
            await self._listen(stop)
        finally:
            self._pulse.rest()

    async def _listen(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            self._heard_at = monotonic()
            socket = self._open()
            connecting = asyncio.create_task(socket.connect())  # type: ignore[no-untyped-call] # the library's
            try:
                await self._watch(socket, stop)
                self._stopping = stop.is_set()
                await self._finish()
            finally:
                connecting.cancel()
                await socket.close()  # type: ignore[no-untyped-call] # the library's

    async def handle(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None:
        """Answer one envelope."""
        task = asyncio.current_task()
        if self._stopping or task is None:
            return
        self._in_hand.add(task)
        try:
            response = await self._answer(req)
            await send_async_response(client, req, response, monotonic())
        finally:
            self._in_hand.discard(task)

    async def _answer(self, req: SocketModeRequest) -> BoltResponse:
        try:
            response: BoltResponse = await run_async_bolt_app(self._app, req)
        except _UNREADABLE:
            return await self._answering.rejected(str(req.envelope_id), "payload")
        return response

    def _open(self) -> "_Socket":
        socket = _Socket(self._app_token, web_client=self._web, ping_interval=self._ping_every)
        socket.pulse, socket.opening = self._pulse, self._opening
        socket.message_listeners.append(self._frame)
        socket.socket_mode_request_listeners.append(self.handle)
        return socket

    async def _frame(self, client: AsyncBaseSocketModeClient, frame: Mapping[str, object], _raw: str | None) -> None:
        """Note every frame, and acknowledge those that the library passes over because they are no envelopes."""
        if frame.get("type") != "hello":
            self._heard()
        envelope = frame.get("envelope_id")
        readable = "type" in frame and isinstance(frame.get("payload"), dict | str)
        if isinstance(envelope, str) and not readable:
            response = await self._answering.rejected(envelope, "envelope")
            if response.status == 200:
                await client.send_socket_mode_response({"envelope_id": envelope})

    async def _watch(self, socket: "_Socket", stop: asyncio.Event) -> None:
        """Return when we are to stop, or when the socket has been deaf for too long."""
        answered = socket.last_ping_pong_time
        while self.silent_for < self._deaf_after:
            try:
                await asyncio.wait_for(stop.wait(), timeout=min(1.0, self._ping_every))
            except TimeoutError:
                before, answered = answered, socket.last_ping_pong_time
                # The library sets the first value itself, before any answer.
                if before is not None and answered not in (None, before):
                    self._heard()
            else:
                return
        _LOG.warning("Slack has not been heard; opening a new socket", seconds=round(self.silent_for))

    async def _finish(self) -> None:
        if self._in_hand:
            await asyncio.wait(self._in_hand, timeout=_FINISH_SECONDS)

    def _opening(self) -> None:
        self._opened += 1
        if self._opened > 1:
            self._pulse.reopened()

    def _heard(self) -> None:
        self._heard_at = monotonic()
        self._pulse.heard()


class _Socket(SocketModeClient):
    """The library's client, with patience where it has none.

    It reads HTTPS_PROXY and overlooks NO_PROXY: here both are heeded. It asks for an address every few seconds, with a
    traceback each, while the app token is refused: here it is said once and asked seldom. It waits for the farewell of
    a socket that may be dead: here not for long.
    """

    pulse: Pulse
    opening: Callable[[], None]

    async def issue_new_wss_url(self) -> str:
        self.opening()
        url = await self._new_address()
        while url is None:
            await asyncio.sleep(_REFUSED_SECONDS)
            url = await self._new_address()
        self.pulse.accepted(APP_TOKEN_KEY)
        parts = urlsplit(url)
        proxies = {} if proxy_bypass(parts.hostname or "") else getproxies()
        self.proxy = proxies.get("https" if parts.scheme == "wss" else "http")
        return url

    async def _new_address(self) -> str | None:
        try:
            return await super().issue_new_wss_url()
        except SlackApiError as error:
            if not about_the_token(code(error)):
                raise
            refused(self.pulse, APP_TOKEN_KEY, code(error))
            return None

    async def disconnect(self) -> None:
        try:
            async with asyncio.timeout(_CLOSE_SECONDS):
                await super().disconnect()  # type: ignore[no-untyped-call] # the library's
        except TimeoutError:
            _LOG.warning("a socket did not answer our farewell; it is dropped")


def _signed(verifier: SignatureVerifier, body: bytes, headers: Mapping[str, str]) -> bool:
    try:
        return verifier.is_valid_request(body, dict(headers))
    except (ValueError, TypeError):
        # A timestamp that is no number, a signature or a body that is no text.
        return False

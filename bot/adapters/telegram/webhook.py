"""The webhook: Telegram calls us, and each call is answered once its turn is committed."""

import asyncio
import hmac
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import TelegramError

from bot.adapters.telegram.handover import AnswerTap, Handover
from bot.adapters.telegram.listen import ALLOWED_UPDATES, TOKEN_KEY, endure, offer
from bot.adapters.telegram.patience import Patience, unless_stopped
from bot.adapters.telegram.request import AiohttpRequest, BotApi, Commands
from bot.intake.door import Door
from bot.log import get_logger
from bot.pulse import Pulse

PATH = "/telegram/webhook"

_BODY_LIMIT = 1_000_000
_CONNECTIONS = 40
_LOOK_EVERY = 30.0

_log = get_logger(__name__)


class Webhook:
    """One bot's webhook. `secret` empty means that none was agreed with Telegram; `public_url` has no path.

    `pulse` is told of every call of Telegram's and whenever it has answered ours; `answer` is called for every tap.
    """

    def __init__(
        self,
        api: BotApi,
        door: Door,
        *,
        public_url: str,
        secret: str = "",
        pulse: Pulse,
        answer: AnswerTap,
        commands: Commands | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._api = api
        self._handover = Handover(door, answer)
        self._url = public_url.rstrip("/") + PATH
        self._secret = secret.encode()
        self._pulse = pulse
        self._commands = commands or {}
        self._patience = patience or Patience()

    def routes(self) -> list[Route]:
        """What the web server must serve."""
        return [Route(PATH, self._called, methods=["POST"])]

    async def run(self, stop: asyncio.Event) -> None:
        """Tell Telegram where to call, and look twice a minute that it still does, until `stop` is set."""
        self._pulse.listen()
        registered = False
        while not stop.is_set():
            try:
                work = self._look() if registered else self._register()
                registered = await unless_stopped(stop, work) is True
            except TelegramError as error:
                await endure(error, self._patience, stop, self._pulse)
                continue
            if registered:
                self._pulse.accepted(TOKEN_KEY)
                self._pulse.heard()
                self._patience.calm()
                await unless_stopped(stop, asyncio.sleep(_LOOK_EVERY))

    async def _register(self) -> bool:
        await self._api.get_me()
        params: dict[str, object] = {
            "url": self._url,
            "allowed_updates": ALLOWED_UPDATES,
            "max_connections": _CONNECTIONS,
            "drop_pending_updates": False,
        }
        if self._secret:
            params["secret_token"] = self._secret.decode()
        await self._api.call("setWebhook", params)
        await offer(self._api, self._commands)
        _log.info("the webhook is set")
        return True

    async def _look(self) -> bool:
        """Whether Telegram still calls us: a copy of the program that polls takes the webhook away."""
        info = await self._api.call("getWebhookInfo")
        if not isinstance(info, dict):
            return False
        self._pulse.remark = _trouble(info)
        return info.get("url") == self._url

    async def _called(self, request: Request) -> Response:
        if not self._from_telegram(request):
            return Response(status_code=403)
        body = await _read(request)
        if body is None:
            return Response(status_code=413)
        self._pulse.heard()
        update: object = body
        try:
            update = AiohttpRequest.parse_json_payload(body)
        except TelegramError:
            _log.warning("a webhook call was not a JSON object")
        return Response(status_code=200 if await self._committed(update) else 500)

    async def _committed(self, update: object) -> bool:
        """Whether the update is committed or recorded; if not, Telegram is to bring it again."""
        try:
            return not await self._handover.take([update], self._api.account)
        except Exception as error:  # noqa: BLE001 - whatever it is, the update may not be confirmed
            _log.error("an update waits for the database", error=type(error).__name__)
            return False

    def _from_telegram(self, request: Request) -> bool:
        shown = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        return not self._secret or hmac.compare_digest(shown.encode(), self._secret)


def _trouble(info: Mapping[str, object]) -> str:
    """Why Telegram's calls do not arrive, in its own words; "" while none waits. Its last error may be long past."""
    error, waiting = info.get("last_error_message"), info.get("pending_update_count")
    if not error or not waiting:
        return ""
    _log.warning("Telegram cannot deliver to the webhook: check [web] public_url", waiting=waiting)
    return f"{waiting} updates wait: {str(error)[:200]}"


async def _read(request: Request) -> bytes | None:
    """The body, or None as soon as it is longer than any update."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _BODY_LIMIT:
            return None
    return bytes(body)

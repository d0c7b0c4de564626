"""The Bot API's server: methods, tokens, phones, and the record of all calls."""

import asyncio
import json
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Self

from aiohttp import web

from tests.standins.telegram.chats import Chats
from tests.standins.telegram.faults import Fault, Faults, Refusal
from tests.standins.telegram.phone import Phone
from tests.standins.telegram.updates import Updates

_LARGEST_DOWNLOAD = 20_000_000
_STRUCTURED = {"reply_markup", "reply_parameters", "link_preview_options", "allowed_updates", "commands"}


@dataclass(frozen=True)
class Call:
    """One call as it came in, the HTTP status it was answered with (0: the connection was closed), and when, in
    seconds of `time.monotonic`."""

    method: str
    params: dict[str, Any]
    status: int
    at: float = field(default_factory=monotonic)


class TelegramServer:
    """A Bot API on a port of its own. `base_url` is what a configuration names; `calls` is all that was asked.

    `files` is what people have sent, by file_id.
    """

    def __init__(self, token: str = "42:TEST-token", username: str = "example_placemate_bot") -> None:
        self.token = token
        self.me = {"id": 42, "is_bot": True, "first_name": "Placemate", "username": username}
        self.updates = Updates()
        self.chats = Chats()
        self.calls: list[Call] = []
        self.commands: dict[str, Any] = {}
        self.files: dict[str, bytes] = {}
        self._faults = Faults()
        self._runner: web.AppRunner | None = None
        self.base_url = ""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=60_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.updates.close()
        if self._runner:
            await self._runner.cleanup()

    def phone(self, user: int, *, first_name: str = "Example", language: str = "en") -> Phone:
        """The phone of a person who has pressed Start."""
        phone = Phone(user, self.updates.push, first_name=first_name, language=language)
        self.chats.phones[str(user)] = phone
        return phone

    def fail(self, method: str, fault: Fault, *, times: int = 1, chat: int | str = "") -> None:
        """Let the next calls of a method ("*": any) meet a fault; of one chat only, when it is named."""
        self._faults.add(method, fault, times=times, chat=str(chat))

    def called(self, method: str) -> list[dict[str, Any]]:
        """The parameters of every call of a method, in order."""
        return [call.params for call in self.calls if call.method == method]

    async def _serve(self, request: web.Request) -> web.Response:
        method, params = request.match_info["method"], await _params(request)
        fault = self._faults.take(method, str(params.get("chat_id", ""))) or Fault(acts=True)
        try:
            if fault.gate:
                await fault.gate.wait()
            result = await self._act(request.match_info["token"], method, params) if fault.acts else None
            if fault.refuses:
                raise fault.refuses
            status, answer = 200, {"ok": True, "result": result}
        except Refusal as no:
            status, answer = no.status, {"ok": False, "error_code": no.status, "description": no.description}
            answer |= {"parameters": no.parameters} if no.parameters else {}
        self.calls.append(Call(method, params, 0 if fault.drops else status))
        if fault.drops and request.transport:
            request.transport.abort()
        body = json.dumps(answer).encode() if fault.body is None else fault.body
        return web.Response(status=status, body=body, content_type="application/json")

    async def _act(self, token: str, method: str, params: dict[str, Any]) -> Any:
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        match method:
            case "getMe":
                return self.me
            case "getUpdates":
                return await self._get_updates(params)
            case "setWebhook":
                self.updates.set_webhook(**params)
                return True
            case "deleteWebhook":
                self.updates.set_webhook("")
                return True
            case "getWebhookInfo":
                return {"url": "", "pending_update_count": len(self.updates.pending)} | self.updates.webhook
            case "getFile":
                return self._about_file(str(params.get("file_id", "")))
            case "setMyCommands":
                self.commands[params.get("language_code", "")] = params["commands"]
                return True
            case _:
                return await self.chats.act(method, params)

    def _about_file(self, file: str) -> dict[str, Any]:
        if file not in self.files:
            raise Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(self.files[file]) > _LARGEST_DOWNLOAD:
            raise Refusal(400, "Bad Request: file is too big")
        return {"file_id": file, "file_size": len(self.files[file]), "file_path": f"{file}.bin"}

    async def _file(self, request: web.Request) -> web.Response:
        known = self.files.get(request.match_info["path"].removesuffix(".bin"))
        fault = self._faults.take("file", "") or Fault(acts=True)
        status = 404 if request.match_info["token"] != self.token or known is None else 200 if fault.acts else 500
        self.calls.append(Call("file", {"path": request.match_info["path"]}, status))
        return web.Response(status=status, body=known if status == 200 else b"")

    async def _get_updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        offset = params.get("offset")
        return await self.updates.get(
            int(offset) if offset is not None else None, int(params.get("limit", 100)), float(params.get("timeout", 0))
        )


async def _params(request: web.Request) -> dict[str, Any]:
    """The parameters, however they were sent: in the query, as a form, in parts or as JSON."""
    params: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        posted: dict[str, Any] = await request.json()
        return params | posted
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            params[name] = (value.filename, await asyncio.to_thread(value.file.read))
        else:
            params[name] = json.loads(value) if name in _STRUCTURED and isinstance(value, str) else value
    return params

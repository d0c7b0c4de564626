"""Calls to the Bot API, over one aiohttp session, with the library's own reading of answers and errors.

The token is part of every URL, so no error that leaves this file carries one.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeAlias, cast
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import orjson

# The library's announced future, taken now: retry_after as a timedelta. Otherwise every 429 warns of deprecation.
os.environ.setdefault("PTB_TIMEDELTA", "1")

from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.adapters.telegram.inbound import Account

Commands: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""The command menu: language code ("" for everybody else) to pairs of command and description."""

_CHUNK = 65_536
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a call: the parameter it belongs to, its name and its bytes."""

    parameter: str
    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Body:
    """What a call carries. It travels through `BaseRequest.post`, which hands it on without looking inside."""

    fields: Mapping[str, str]
    upload: Upload | None


class AiohttpRequest(BaseRequest):
    """The library's request interface on aiohttp, which costs a quarter of its default (httpx) a call.

    Timeouts are in seconds. Proxies and exceptions from them come from the environment (HTTPS_PROXY, NO_PROXY).
    """

    def __init__(self, *, connect_timeout: float = 5.0, read_timeout: float = 20.0) -> None:
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[str, str | None] = {}

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        self._opened()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                headers={"User-Agent": self.USER_AGENT}, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One exchange: the status and the body.

        Raises:
            TimedOut, NetworkError: with the kind of failure only.
        """
        reading = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        failure: TelegramError
        try:
            return await self._exchange(url, method, cast("_Body | None", request_data), reading)
        except TimeoutError:
            failure = TimedOut()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = NetworkError(type(error).__name__)
        # Raised out here so that the cause, whose words may hold the URL, is not chained to it.
        raise failure

    async def _exchange(self, url: str, method: str, body: _Body | None, reading: float | None) -> tuple[int, bytes]:
        limit = aiohttp.ClientTimeout(total=reading and reading + self._connect_timeout, connect=self._connect_timeout)
        data, headers = _encoded(body)
        if url not in self._proxies:
            self._proxies[url] = _proxy(url)
        async with self._opened().request(
            method, url, data=data, headers=headers, timeout=limit, proxy=self._proxies[url]
        ) as answer:
            return answer.status, await answer.read()

    async def download(self, url: str, most: int) -> bytes:
        """The file at an address, read no further than a little beyond `most` bytes.

        Raises:
            TimedOut, NetworkError: with the kind of failure only.
        """
        limit = aiohttp.ClientTimeout(total=None, connect=self._connect_timeout, sock_read=self._read_timeout)
        failure: TelegramError
        try:
            async with self._opened().get(url, timeout=limit, proxy=_proxy(url), allow_redirects=False) as answer:
                if answer.status == HTTPStatus.OK:
                    return await _beginning(answer, most)
                failure = NetworkError(f"status {answer.status}")
        except TimeoutError:
            failure = TimedOut()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = NetworkError(type(error).__name__)
        # As above: the cause may hold the URL.
        raise failure

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as an object. Half a surrogate pair, which orjson refuses, is read by the standard library.

        Raises:
            TelegramError: it is no JSON object. The payload is not quoted: it may hold what people wrote.
        """
        try:
            parsed = orjson.loads(payload)
        except ValueError:
            parsed = _forgiving(payload)
        if not isinstance(parsed, dict):
            raise TelegramError("the answer is not a JSON object")
        return parsed


class BotApi:
    """The methods of one bot, by name. `base_url` ends in `/bot`; the token follows it in every URL."""

    def __init__(self, request: BaseRequest, *, token: str, base_url: str = "https://api.telegram.org/bot") -> None:
        self._request = request
        self._root = f"{base_url.rstrip('/')}{token}"
        self.account = Account()

    async def call(
        self,
        method: str,
        params: Mapping[str, object] | None = None,
        *,
        upload: Upload | None = None,
        read_timeout: float | None = None,
    ) -> Any:
        """Call a method and return its `result` as plain JSON.

        Raises:
            TelegramError: one of the library's classes, by the answer's status and description.
        """
        body = _Body({name: _field(value) for name, value in (params or {}).items()}, upload)
        waiting = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        try:
            return await self._request.post(f"{self._root}/{method}", cast(RequestData, body), read_timeout=waiting)
        except TelegramError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError):
            strange = NetworkError("the answer has an unknown shape")
        raise strange

    async def disconnect(self) -> None:
        """Close every connection; the next call opens a new one."""
        await self._request.shutdown()

    async def get_me(self) -> Account:
        """Ask who the bot is, and remember it in `account`."""
        me = await self.call("getMe")
        self.account = Account(str(me.get("id", "")), str(me.get("username", "")))
        return self.account

    async def set_commands(self, commands: Commands) -> None:
        """Set the menu of commands, language by language."""
        for language, entries in commands.items():
            menu = [{"command": command, "description": description} for command, description in entries]
            await self.call("setMyCommands", {"commands": menu} | ({"language_code": language} if language else {}))


async def _beginning(answer: aiohttp.ClientResponse, most: int) -> bytes:
    content = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > most:
            break
    return bytes(content)


def _proxy(url: str) -> str | None:
    """The proxy that the environment names for an address. aiohttp's own look-up costs two thread hops a call."""
    address = urlsplit(url)
    return None if proxy_bypass(address.netloc) else getproxies().get(address.scheme)


def _field(value: object) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _encoded(body: _Body | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if body is None:
        return None, {}
    if body.upload is None:
        return urlencode(body.fields).encode(), _FORM
    form = aiohttp.FormData(body.fields, quote_fields=False)
    form.add_field(body.upload.parameter, body.upload.content, filename=body.upload.filename)
    return form, {}


def _forgiving(payload: bytes) -> Any:
    try:
        return json.loads(payload.decode(errors="replace"))
    except (ValueError, RecursionError):
        unreadable = TelegramError("the answer is not JSON")
    raise unreadable

"""The page shows everybody's messages and lets anybody act as anyone: only this machine, only itself, may use it."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_LIMIT = 200_000
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def refuse_beyond_loopback(host: str) -> None:
    """Let only this machine reach the page.

    Raises:
        ValueError: the program would listen to others too.
    """
    if not is_loopback(host):
        raise ValueError(
            f"the demo shows everybody's messages and lets anybody act as anyone, so it may not listen on {host}: "
            'set [web] listen = "127.0.0.1:8080"'
        )


def is_loopback(host: str) -> bool:
    """Whether a host leads to this machine only. A name other than localhost may lead anywhere tomorrow."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """Refuses what does not come from the page itself.

    That is: a request by another name for this machine (DNS rebinding), another site's form or script (CSRF), a body
    larger than anything the page posts.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or answer with the refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = _refusal(scope["method"], Headers(scope=scope))
        await (refusal or self._app)(scope, receive, send_guarded)


def _refusal(method: str, headers: Headers) -> PlainTextResponse | None:
    host = headers.get("host", "")
    if not is_loopback(_hostname(host)):
        return PlainTextResponse("The demo answers under 127.0.0.1 and localhost only.\n", 403)
    if method in _SAFE_METHODS:
        return None
    if headers.get("origin") != f"http://{host}":
        return PlainTextResponse("The demo takes posts from its own page only.\n", 403)
    length = headers.get("content-length", "")
    if not length.isdecimal() or int(length) > BODY_LIMIT:
        return PlainTextResponse("The demo takes posts of known length, up to 200 kB.\n", 413)
    return None


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""

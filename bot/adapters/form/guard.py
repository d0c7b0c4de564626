"""What every answer of the form carries, and what it takes: posts of our own pages, of a bounded size."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_LIMIT = 400_000
"""Bytes: what is kept in one piece, with every character at its longest as a browser posts it, and room to spare."""
_POSTED = "application/x-www-form-urlencoded"
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Puts the headers on: nothing is kept, framed, indexed or told to the next page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve with the headers."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, send_guarded)


def trouble_with(request: Request) -> str:
    """Why a post is not taken: `size`, `elsewhere`, or "" where it is.

    There is no cookie that another site could borrow, so all such a site could do is send words of its own; browsers
    that say where a post comes from are believed.
    """
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > BODY_LIMIT:
        return "size"
    of_a_form = request.headers.get("content-type", "").partition(";")[0].strip().lower() == _POSTED
    return "" if of_a_form and request.headers.get("sec-fetch-site") != "cross-site" else "elsewhere"

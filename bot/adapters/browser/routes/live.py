"""What the page shows: whole at first, then what has changed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from functools import partial
from mimetypes import guess_type
from typing import TypeAlias
from urllib.parse import quote

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.adapters.browser import render
from bot.adapters.browser.news import News
from bot.adapters.browser.panes import Cast, Write
from bot.adapters.browser.routes.desk import stored_home
from bot.cases.attachments import opened
from bot.clock import Clock
from bot.delivery.charts import draw
from bot.facts.duty.on_duty import STAFF
from bot.words.outgoing import Document, Enclosure, Home, Picture, unpack
from storage import browser
from storage.browser import Post
from storage.people import find_person
from storage.unit_of_work import UnitOfWork

_RECONNECT_AFTER_MS = 1000
_LARGEST_ID = 2**63 - 1
Seen: TypeAlias = tuple[dict[str, tuple[Post, ...]], Home | None, int]


class Live:
    """The page itself, the word that something has changed, and the changes."""

    def __init__(self, write: Write, news: News, cast: Cast, clock: Clock) -> None:
        self._write = write
        self._news = news
        self._cast = cast
        self._clock = clock

    def routes(self) -> list[Route]:
        """What the web server must serve."""
        return [
            Route("/live", self._live, methods=["GET"]),
            Route("/panes/{pane}", self._changes, methods=["GET"]),
            Route("/posts/{post:int}/file", self._file, methods=["GET"]),
            Route("/posts/{post:int}/picture", self._picture, methods=["GET"]),
            Route("/posts/{post:int}/enclosure", self._enclosure, methods=["GET"]),
        ]

    async def page(self, _request: Request) -> Response:
        """The whole page."""
        panes, home, revision = await self._write(self._see_all)
        return HTMLResponse(render.page(self._cast, panes, home, self._clock.now(), revision))

    async def _live(self, _request: Request) -> Response:
        return EventSourceResponse(self._events())

    async def _changes(self, request: Request) -> Response:
        """What is new since a revision. A page that has seen a later one looks at another database: it starts anew."""
        pane, since = request.path_params["pane"], request.query_params.get("since", "")
        chats = self._cast.chats(pane)
        if not chats or not since.isdecimal():
            return Response(status_code=404)
        posts, revision = await self._write(lambda uow: (browser.shown(uow, chats), browser.latest_revision(uow.db)))
        if int(since) > revision:
            return Response(status_code=200, headers={"HX-Refresh": "true"})
        return HTMLResponse(render.changes(self._cast, pane, posts, int(since), revision))

    async def _file(self, request: Request) -> Response:
        number: int = request.path_params["post"]
        post = await self._write(partial(_find, number)) if number <= _LARGEST_ID else None
        outgoing = unpack(post.packed) if post and post.packed else None
        if not isinstance(outgoing, Document):
            return Response(status_code=404)
        name = f"attachment; filename*=UTF-8''{quote(outgoing.filename)}"
        media_type = guess_type(outgoing.filename)[0] or "text/plain"
        return Response(outgoing.content, media_type=media_type, headers={"Content-Disposition": name})

    async def _picture(self, request: Request) -> Response:
        """A chart, drawn anew for whoever looks."""
        number: int = request.path_params["post"]
        post = await self._write(partial(_find, number)) if number <= _LARGEST_ID else None
        outgoing = unpack(post.packed) if post and post.packed else None
        drawn = await asyncio.to_thread(draw, outgoing.chart, "svg") if isinstance(outgoing, Picture) else b""
        return Response(drawn, media_type="image/svg+xml") if drawn else Response(status_code=404)

    async def _enclosure(self, request: Request) -> Response:
        """A file of a case, shown in the chat of the colleague whom it was handed to."""
        number: int = request.path_params["post"]
        found = await self._write(partial(self._handed_over, number)) if number <= _LARGEST_ID else None
        if found is None:
            return Response(status_code=404)
        media_type, content = found
        return Response(content, media_type=media_type)

    def _handed_over(self, number: int, uow: UnitOfWork) -> tuple[str, bytes] | None:
        post = browser.find_post(uow, number)
        outgoing = unpack(post.packed) if post and post.packed else None
        place = self._cast.recipient(post.chat) if post else None
        if not isinstance(outgoing, Enclosure) or place is None:
            return None
        staff = find_person(uow.db, self._cast.staff[place].person)
        media_type, content = opened(outgoing.attachment, uow)
        return (media_type, content) if staff and staff.role in STAFF and content else None

    async def _events(self) -> AsyncIterator[ServerSentEvent]:
        yield ServerSentEvent(event="hello", data="", retry=_RECONNECT_AFTER_MS)
        chats = (chat for pane in self._cast.panes for chat in self._cast.chats(pane))
        async with aclosing(self._news.listen(chats)) as news:
            async for changed in news:
                for name in sorted({self._cast.pane_of(chat) for chat in changed} - {""}):
                    yield ServerSentEvent(event=name, data="")
                if any(self._cast.recipient(chat) is not None for chat in changed):
                    yield ServerSentEvent(event="home", data="")

    def _see_all(self, uow: UnitOfWork) -> Seen:
        panes = {pane: tuple(browser.shown(uow, self._cast.chats(pane))) for pane in self._cast.panes}
        return panes, stored_home(self._cast.staff[0], uow), browser.latest_revision(uow.db)


def _find(number: int, uow: UnitOfWork) -> Post | None:
    return browser.find_post(uow, number)

"""The demo's clock, which one can push ahead."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.adapters.browser import render
from bot.adapters.browser.panes import Cast, Write
from bot.adapters.browser.routes.handover import failed, posted, refused
from bot.clock import SkippingClock
from bot.log import get_logger
from storage import browser

_AN_HOUR = timedelta(hours=1)
_SKIPS = {"1": timedelta(days=1), "14": timedelta(days=14)}

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Controls:
    """What the bar's buttons do besides moving the clock.

    `send_checkin` sends a check-in to the person with this roster id; `after_skip` does at once what has come due;
    `match` proposes mentors for whoever has none.
    """

    send_checkin: Callable[[str], Awaitable[object]]
    after_skip: Callable[[], Awaitable[object]]
    match: Callable[[], Awaitable[object]]


class ClockBar:
    """The bar. The clock is kept before it moves: a restart never goes back in time."""

    def __init__(self, write: Write, cast: Cast, clock: SkippingClock, controls: Controls) -> None:
        self._write = write
        self._cast = cast
        self._clock = clock
        self._controls = controls
        self._one_skip_at_a_time = asyncio.Lock()

    def routes(self) -> list[Route]:
        """What the web server must serve."""
        return [
            Route("/clock", self._show, methods=["GET"]),
            Route("/clock/skip", self._skip, methods=["POST"]),
            Route("/clock/checkin", self._checkin, methods=["POST"]),
            Route("/clock/match", self._match, methods=["POST"]),
        ]

    async def _show(self, _request: Request) -> Response:
        return HTMLResponse(render.clock(self._cast, self._clock.now()))

    async def _skip(self, request: Request) -> Response:
        by = _SKIPS.get((await posted(request)).get("days", ""))
        if by is None:
            return refused()
        async with self._one_skip_at_a_time:
            ahead = self._clock.offset + by
            await self._write(lambda uow: browser.set_clock_ahead(uow.db, ahead))
            return await self._done(self._through(by))

    async def _through(self, span: timedelta) -> None:
        """Hour by hour, so that what lies in between happens when it would have, and is not late."""
        end = self._clock.offset + span
        while self._clock.offset < end:
            self._clock.skip(min(_AN_HOUR, end - self._clock.offset))
            await self._controls.after_skip()

    async def _checkin(self, _request: Request) -> Response:
        students = [phone.person for phone in self._cast.phones if phone.role == "student"]
        sending = (self._controls.send_checkin(person) for person in students)
        return await self._done(*sending)

    async def _match(self, _request: Request) -> Response:
        return await self._done(self._controls.match())

    async def _done(self, *work: Awaitable[object]) -> Response:
        outcomes = await asyncio.gather(*work, return_exceptions=True)
        errors = [type(outcome).__name__ for outcome in outcomes if isinstance(outcome, BaseException)]
        if errors:
            _log.error("the demo's clock bar could not do all", errors=errors)
            return failed()
        return HTMLResponse(render.clock(self._cast, self._clock.now()))

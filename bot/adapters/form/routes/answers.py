"""`/anonymous/answers`: a code opens the report, its answers, and room for more words."""

import asyncio
from dataclasses import replace
from time import monotonic

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.adapters.form import inbound, limits
from bot.adapters.form.inbound import Filled
from bot.adapters.form.render import Pages
from bot.adapters.form.routes.handover import Form, address_of
from bot.cases.anonymous import Thread
from bot.privacy.codes import new_ticket


class Answers:
    """Reading an answer, and writing more."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._pages = Pages(form.settings)

    async def show(self, request: Request) -> Response:
        """Where a code is typed."""
        return HTMLResponse(self._pages.answers(self._form.blank(request)))

    async def post(self, request: Request) -> Response:
        """A code, and perhaps words with it; each answer takes the same time."""
        begun = monotonic()
        answer = await self._answered(request)
        await asyncio.sleep(max(0.0, begun + self._form.slowest - monotonic()))
        return answer

    async def _answered(self, request: Request) -> Response:
        filled = await self._form.posted(request, self._pages)
        if isinstance(filled, Response):
            return filled
        if filled.switches and not filled.code:
            return HTMLResponse(self._pages.answers(filled))
        address = address_of(request)
        if not self._form.limits.allows(limits.GUESS, address):
            return self._closed(filled, 429, "error_busy")
        try:
            thread = await self._form.look(filled.code, filled.language)
        except Exception:  # noqa: BLE001 - logged where it was raised; the page keeps what was typed
            return self._closed(filled, 503, "error_failed")
        if thread is None:
            await self._form.limits.count(limits.GUESS, address)
            return self._closed(filled, 404, "error_code")
        return await self._opened(filled, thread, address)

    def _closed(self, filled: Filled, status: int, error: str) -> Response:
        """Nothing is shown: the same page whatever the reason, with what was typed in it."""
        return HTMLResponse(self._pages.answers(filled, error), status)

    async def _opened(self, filled: Filled, thread: Thread, address: str) -> Response:
        """The report is there: show it, and first take what was written."""
        if filled.wish != inbound.SEND:
            return HTMLResponse(self._pages.thread(filled, thread))
        if hindered := self._hindrance(filled, address):
            status, error = hindered
            return HTMLResponse(self._pages.thread(filled, thread, error), status)
        await self._form.limits.count(limits.WORDS, address)
        if not await self._form.keep(inbound.more(filled)):
            return HTMLResponse(self._pages.thread(filled, thread, "error_failed"), 503)
        fresh = await self._form.look_again(filled.code, filled.language)
        taken = replace(filled, text="", ticket=new_ticket())
        return HTMLResponse(self._pages.thread(taken, fresh or thread, sent=True))

    def _hindrance(self, filled: Filled, address: str) -> tuple[int, str] | None:
        """The status and the error that the page is shown with again."""
        if filled.is_empty:
            return 422, "error_empty"
        if filled.too_long:
            return 422, "error_long_more"
        return None if self._form.limits.allows(limits.WORDS, address) else (429, "error_busy")

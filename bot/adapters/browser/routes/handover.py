"""From a post of the page to a committed turn."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.adapters.browser import render
from bot.adapters.browser.inbound import PLATFORM, Posted, Unparsable
from bot.intake.door import Door
from bot.intake.inbound import Event
from bot.intake.reply import Reply
from bot.log import get_logger

_MOST_FIELDS = 60
_CLOSE_DIALOG = '{"dialog-close": {"target": "#dialog"}}'
# By its name: the button that was pressed may be gone from the page by now, and nobody hears what happens to it.

_log = get_logger(__name__)


async def posted(request: Request) -> Posted:
    """The fields of a post; files, which our page never sends, are left out."""
    form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
    return {name: value for name, value in form.items() if isinstance(value, str)}


class Handover:
    """Hands over what was done on the page."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def read(self, read: Callable[[], Event]) -> Event | None:
        """The event, or None: it could not be read, and that has been recorded."""
        try:
            return read()
        except Unparsable as error:
            await self._door.reject(PLATFORM, "", f"unparsable: {error.reason}")
            return None

    async def commit(self, event: Event) -> Reply | None:
        """The reply to an event once its turn is committed, or None: it failed, and the page is to try again."""
        try:
            return await self._door.receive(event)
        except Exception as error:  # noqa: BLE001 - whatever it is, the page keeps what was typed
            _log.error("a turn failed", error=type(error).__name__, event_id=event.event_id)
            return None

    async def answer(self, read: Callable[[], Event]) -> Response:
        """Hand over, and answer with what is to be seen: a form or page in the dialog, a note, or nothing."""
        event = await self.read(read)
        if event is None:
            return refused()
        reply = await self.commit(event)
        return failed() if reply is None else _shown(reply)


def refused() -> Response:
    """The page posted what it never should: nothing was done."""
    return Response(status_code=400)


def failed() -> Response:
    """Nothing was done; the page says so and keeps what was typed."""
    return Response(status_code=503)


def noted(toast: str = "") -> Response:
    """It is done; a note, if there is one, says more."""
    return HTMLResponse(render.toast(toast)) if toast else Response(status_code=204)


def _shown(reply: Reply) -> Response:
    if reply.view is None:
        response = noted(reply.toast)
        response.headers["HX-Trigger"] = _CLOSE_DIALOG
        return response
    content = render.dialog(reply.view) + (render.toast(reply.toast) if reply.toast else "")
    return HTMLResponse(content, headers={"HX-Retarget": "#dialog", "HX-Reswap": "innerHTML"})

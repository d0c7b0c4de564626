"""What every address needs: reading a post, handing it over, looking under a code."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.adapters.form import inbound
from bot.adapters.form.guard import trouble_with
from bot.adapters.form.inbound import Filled
from bot.adapters.form.limits import Limits
from bot.adapters.form.render import Pages
from bot.cases.anonymous import Thread, thread_of
from bot.config import Settings
from bot.intake.door import Door
from bot.intake.inbound import AnonymousWords
from bot.log import get_logger
from bot.privacy.codes import new_ticket
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")
SLOWEST = 0.4
"""Seconds that every look under a code takes at least, so that the time says nothing of whether there is a report."""
_MOST_FIELDS = 20

_log = get_logger(__name__)


class Write(Protocol):
    """Runs work in a transaction and gives its result after the commit."""

    def __call__(self, work: Callable[[UnitOfWork], T], /) -> Awaitable[T]: ...


@dataclass(frozen=True)
class Form:
    """What the routes need. `make_code` gives the code of a form's number; `slowest` is as `SLOWEST`."""

    door: Door
    write: Write
    settings: Settings
    make_code: Callable[[str], str]
    limits: Limits
    slowest: float = SLOWEST

    async def keep(self, event: AnonymousWords) -> bool:
        """Hand words over; False where they are not kept, and the page is to try again."""
        try:
            return (await self.door.receive(event)).found
        except Exception as error:  # noqa: BLE001 - whatever it is, the page keeps what was typed
            _log.error("a turn failed", error=type(error).__name__, platform=event.platform)
            return False

    async def look(self, code: str, language: str) -> Thread | None:
        """What stands under a code.

        Raises:
            Exception: it could not be read; that is logged here.
        """
        work = partial(thread_of, settings=self.settings, code=code, language=language)
        try:
            return await self.write(work)
        except Exception as error:
            _log.error("a report's page could not be read", error=type(error).__name__)
            raise

    async def look_again(self, code: str, language: str) -> Thread | None:
        """The same after something was kept: that it cannot be read now must not hide that it is kept."""
        try:
            return await self.look(code, language)
        except Exception:  # noqa: BLE001 - logged where it was raised
            return None

    def blank(self, request: Request) -> Filled:
        """An empty form in the language that is asked for."""
        asked, accepted = request.query_params.get("lang", ""), request.headers.get("accept-language", "")
        language = inbound.language_wanted(asked, accepted, self.settings.programme.language)
        return Filled(language, ticket=new_ticket())

    async def posted(self, request: Request, pages: Pages) -> Filled | Response:
        """The form that was posted, with a number; or the answer to a post that is none of our pages'."""
        blank = self.blank(request)
        if trouble := trouble_with(request):
            return HTMLResponse(pages.refused(blank, f"error_{trouble}"), 413 if trouble == "size" else 403)
        fields = await request.form(max_files=0, max_fields=_MOST_FIELDS)
        words = {name: value for name, value in fields.items() if isinstance(value, str)}
        filled = inbound.filled(words, blank.language)
        return filled if filled.ticket else replace(filled, ticket=blank.ticket)


def address_of(request: Request) -> str:
    """Only ever counted (see `limits`): it is neither kept nor logged."""
    return request.client.host if request.client else ""

"""What is done at the coordinators' side: buttons on cards, forms in the dialog, a coordinator's own page."""

from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.adapters.browser import inbound, render
from bot.adapters.browser.inbound import Posted
from bot.adapters.browser.panes import DESK, Cast, Staff, Write
from bot.adapters.browser.routes.handover import Handover, failed, posted, refused
from bot.words.outgoing import Home, unpack
from storage import browser
from storage.unit_of_work import UnitOfWork


class Desk:
    """The coordinators' side. `staff` in a post is the place in the cast of whoever acts."""

    def __init__(self, handover: Handover, write: Write, cast: Cast) -> None:
        self._handover = handover
        self._write = write
        self._staff = cast.staff

    def routes(self) -> list[Route]:
        """What the web server must serve."""
        return [
            Route("/desk/tap", self._tapped, methods=["POST"]),
            Route("/desk/form", self._filled_in, methods=["POST"]),
            Route("/desk/home", self._looked_at_home, methods=["POST"]),
            Route("/desk/home", self._home, methods=["GET"]),
        ]

    async def _tapped(self, request: Request) -> Response:
        form = await posted(request)
        staff = self._who(form)
        if staff is None:
            return refused()
        chat = staff.user if form.get("chat") == staff.user else DESK
        return await self._handover.answer(partial(inbound.tapped, form, staff.user, chat))

    async def _filled_in(self, request: Request) -> Response:
        form = await posted(request)
        staff = self._who(form)
        if staff is None:
            return refused()
        return await self._handover.answer(partial(inbound.filled_in, form, staff.user))

    async def _looked_at_home(self, request: Request) -> Response:
        """Ask for a fresh page; until it is delivered, the one before is shown."""
        form = await posted(request)
        staff = self._who(form)
        event = await self._handover.read(partial(inbound.opened, form, staff.user)) if staff else None
        if staff is None or event is None:
            return refused()
        if await self._handover.commit(event) is None:
            return failed()
        return await self._home_of(staff)

    async def _home(self, request: Request) -> Response:
        staff = self._who(dict(request.query_params))
        return await self._home_of(staff) if staff else refused()

    async def _home_of(self, staff: Staff) -> Response:
        return HTMLResponse(render.home(await self._write(partial(stored_home, staff))))

    def _who(self, form: Posted) -> Staff | None:
        place = form.get("staff", "")
        return self._staff[int(place)] if place.isdecimal() and int(place) < len(self._staff) else None


def stored_home(staff: Staff, uow: UnitOfWork) -> Home | None:
    """A coordinator's own page as it was last delivered, or None."""
    posts = browser.shown(uow, (staff.user,), "home")
    outgoing = unpack(posts[-1].packed) if posts and posts[-1].packed else None
    return outgoing if isinstance(outgoing, Home) else None

"""`/anonymous`: the form, and the code of what was sent."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.adapters.form import inbound, limits
from bot.adapters.form.inbound import Filled
from bot.adapters.form.render import Pages
from bot.adapters.form.routes.handover import Form, address_of


class Reports:
    """Sending a report."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._pages = Pages(form.settings)

    async def show(self, request: Request) -> Response:
        """The empty form."""
        return HTMLResponse(self._pages.report(self._form.blank(request)))

    async def send(self, request: Request) -> Response:
        """Take a report; whatever hinders it, what was typed stands in the form again."""
        filled = await self._form.posted(request, self._pages)
        if isinstance(filled, Response):
            return filled
        if filled.switches:
            return HTMLResponse(self._pages.report(filled))
        address = address_of(request)
        if hindered := self._hindrance(filled, address):
            status, error = hindered
            return HTMLResponse(self._pages.report(filled, error), status)
        await self._form.limits.count(limits.REPORT, address)
        return await self._sent(filled)

    def _hindrance(self, filled: Filled, address: str) -> tuple[int, str] | None:
        """The status and the error that the form is shown with again."""
        if filled.is_empty:
            return 422, "error_empty"
        if filled.too_long:
            return 422, "error_long"
        return None if self._form.limits.allows(limits.REPORT, address) else (429, "error_busy")

    async def _sent(self, filled: Filled) -> Response:
        code = self._form.make_code(filled.ticket)
        if not await self._form.keep(inbound.report(filled, code)):
            return HTMLResponse(self._pages.report(filled, "error_failed"), 503)
        thread = await self._form.look_again(code, filled.language)
        return HTMLResponse(self._pages.sent(filled, code, thread))

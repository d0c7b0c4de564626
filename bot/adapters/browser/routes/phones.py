"""What is done on a phone: words, photos and voice messages, taps."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.browser import inbound
from bot.adapters.browser.news import News
from bot.adapters.browser.panes import Cast, Phone, Write
from bot.adapters.browser.routes.handover import Handover, failed, noted, posted, refused
from bot.intake.inbound import Inbound
from bot.words.limits import BROWSER
from bot.words.outgoing import Message, pack
from storage import browser


class Phones:
    """The phones of the page. What a person sends stands in her chat before it is handed over, as on any phone."""

    def __init__(self, handover: Handover, write: Write, news: News, cast: Cast) -> None:
        self._handover = handover
        self._write = write
        self._news = news
        self._phones = cast.phones

    def routes(self) -> list[Route]:
        """What the web server must serve."""
        return [
            Route("/phones/{number:int}/say", self._said, methods=["POST"]),
            Route("/phones/{number:int}/show", self._showed, methods=["POST"]),
            Route("/phones/{number:int}/tap", self._tapped, methods=["POST"]),
        ]

    async def _said(self, request: Request) -> Response:
        phone, form = self._phone(request), await posted(request)
        if phone is None:
            return Response(status_code=404)
        event = await self._handover.read(partial(inbound.said, form, phone.user))
        if not isinstance(event, Inbound):
            return refused()
        if not event.text.strip():
            return noted()
        if len(event.text) > BROWSER.text:
            return Response(status_code=422)
        return await self._send(event)

    async def _showed(self, request: Request) -> Response:
        phone, form = self._phone(request), await posted(request)
        if phone is None:
            return Response(status_code=404)
        event = await self._handover.read(partial(inbound.showed, form, phone.user))
        return await self._send(event) if isinstance(event, Inbound) else refused()

    async def _tapped(self, request: Request) -> Response:
        phone, form = self._phone(request), await posted(request)
        if phone is None:
            return Response(status_code=404)
        return await self._handover.answer(partial(inbound.tapped, form, phone.user, phone.user))

    async def _send(self, event: Inbound) -> Response:
        packed = pack(Message(event.text, plain=True))
        post = await self._write(
            lambda uow: browser.add_own(uow, event.chat, event.event_id, packed, media=event.media)
        )
        self._news.tell(event.chat)
        reply = await self._handover.commit(event)
        if reply is None:
            await self._write(lambda uow: browser.set_failed(uow.db, post, failed=True))
            self._news.tell(event.chat)
            return failed()
        return noted(reply.toast)

    def _phone(self, request: Request) -> Phone | None:
        number: int = request.path_params["number"]
        return self._phones[number] if number < len(self._phones) else None

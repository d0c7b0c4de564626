"""Sending to the page: what is sent is kept, and the open pages are told."""

from functools import partial

from bot.adapters.browser.news import News
from bot.adapters.browser.panes import Write
from bot.delivery.transport import Pace, Parcel
from bot.words.outgoing import Card, Home, pack
from storage import browser
from storage.unit_of_work import UnitOfWork

PACE = Pace(per_second=1000.0, chat_gap=0.0, at_once=8)


class BrowserTransport:
    """The page's way out. A post's id is its row's."""

    lane = "browser"
    pace = PACE

    def __init__(self, write: Write, news: News) -> None:
        self._write = write
        self._news = news

    async def send(self, parcel: Parcel) -> str:
        """Show it; the post's id, or "" where an edit came too late."""
        ref = await self._write(partial(_show, parcel))
        self._news.tell(parcel.chat)
        return ref


def _show(parcel: Parcel, uow: UnitOfWork) -> str:
    packed = pack(parcel.outgoing)
    if isinstance(parcel.outgoing, Home):
        return str(browser.set_home(uow, parcel.chat, packed))
    if parcel.edits:
        if browser.replace(uow, parcel.chat, _number(parcel.edits) or 0, packed):
            return parcel.edits
        # A case must keep its card; an old question that is gone needs no new message.
        if not isinstance(parcel.outgoing, Card):
            return ""
    return str(browser.add(uow, parcel.chat, packed, thread=_number(parcel.thread)))


def _number(ref: str) -> int | None:
    return int(ref) if ref.isdecimal() else None

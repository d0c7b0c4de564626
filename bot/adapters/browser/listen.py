"""The page's routes, put together behind its guard."""

from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.adapters.browser.guard import Guard, refuse_beyond_loopback
from bot.adapters.browser.news import News
from bot.adapters.browser.panes import Cast, Write
from bot.adapters.browser.routes.clock_bar import ClockBar, Controls
from bot.adapters.browser.routes.desk import Desk
from bot.adapters.browser.routes.handover import Handover
from bot.adapters.browser.routes.live import Live
from bot.adapters.browser.routes.phones import Phones
from bot.clock import SkippingClock
from bot.intake.door import Door

_STATIC = Path(__file__).parent / "static"


def demo_routes(
    door: Door, *, listen_host: str, write: Write, news: News, cast: Cast, clock: SkippingClock, controls: Controls
) -> list[BaseRoute]:
    """The page at `/` and everything it asks for under `/demo`.

    `listen_host` is where the web server listens; `news` is what the transport tells. Close `news` when the server is
    to stop: an open page keeps a request open.

    Raises:
        ValueError: others than this machine could reach the page.
    """
    refuse_beyond_loopback(listen_host)
    handover = Handover(door)
    live = Live(write, news, cast, clock)
    routes: list[BaseRoute] = [
        *live.routes(),
        *Phones(handover, write, news, cast).routes(),
        *Desk(handover, write, cast).routes(),
        *ClockBar(write, cast, clock, controls).routes(),
        Mount("/static", StaticFiles(directory=_STATIC)),
    ]
    guard = [Middleware(Guard)]
    return [Route("/", live.page, methods=["GET"], middleware=guard), Mount("/demo", routes=routes, middleware=guard)]

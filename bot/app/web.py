"""The web server inside the program: webhooks, health and, in the demo, the page."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot import log
from bot.config import Settings

_log = log.get_logger(__name__)


class _Server(uvicorn.Server):
    """Uvicorn without its signal handlers: the program decides when to stop."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(
    settings: Settings,
    routes: Sequence[BaseRoute],
    stop: asyncio.Event,
    *,
    before_stopping: Callable[[], None] = lambda: None,
) -> None:
    """Serve until `stop`, then finish the requests in hand; `before_stopping` ends those that would never finish.

    Raises:
        OSError: the port is taken; the message names the key to change.
    """
    config = uvicorn.Config(
        Starlette(routes=list(routes)), host=settings.web.host, port=settings.web.port,
        log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=3, server_header=False,
    )  # fmt: skip
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopped}, return_when=asyncio.FIRST_COMPLETED)
        before_stopping()
        server.should_exit = True
        await serving
    except SystemExit:
        # How uvicorn says that it could not bind.
        raise OSError(f"cannot listen on {settings.web.listen}: choose another [web] listen") from None
    finally:
        stopped.cancel()

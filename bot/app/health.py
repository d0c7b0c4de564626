"""Is it alive, is it ready, what does it count: `/healthz`, `/readyz`, `/metrics`."""

from collections.abc import Callable
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import metrics
from bot.app.program import Program

STALLED = timedelta(seconds=60)


class Health:
    """What each platform was last heard at, and whether the tick still ticks."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._heard: dict[str, datetime | None] = {}

    def expect(self, platform: str) -> Callable[[], None]:
        """Readiness waits for this platform; the result is called at every sign of life of it."""
        self._heard[platform] = None

        def heard() -> None:
            self._heard[platform] = self._program.clock.now()
            metrics.sign_of_life(platform, self._program.clock.now())

        return heard

    def routes(self) -> list[Route]:
        """The three pages."""
        return [
            Route("/healthz", self._healthz, methods=["GET"]),
            Route("/readyz", self._readyz, methods=["GET"]),
            Route("/metrics", self._metrics, methods=["GET"]),
        ]

    async def _healthz(self, _request: Request) -> Response:
        silent_for = self._program.clock.now() - self._program.ticked_at
        platforms = {platform: at.isoformat() if at else None for platform, at in self._heard.items()}
        body = {"ticked_seconds_ago": round(silent_for.total_seconds(), 1), "platforms_heard_at": platforms}
        return JSONResponse(body, status_code=200 if silent_for < STALLED else 503)

    async def _readyz(self, _request: Request) -> Response:
        """Ready once the database is migrated (nothing is served before) and each platform was reached."""
        missing = [platform for platform, at in self._heard.items() if at is None]
        return JSONResponse({"not_reached_yet": missing}, status_code=503 if missing else 200)

    async def _metrics(self, _request: Request) -> Response:
        body, content_type = metrics.exposition()
        return Response(body, headers={"Content-Type": content_type})

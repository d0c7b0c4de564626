"""Is it alive, is it ready, what does it count: `/healthz`, `/readyz`, `/metrics`."""

from collections.abc import Mapping
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import metrics
from bot.app.program import Program
from bot.app.steady.lease import Lease
from bot.pulse import Pulse, State

STALLED = 60.0
_TROUBLE = frozenset({State.DEAF, State.REFUSED})


class Health:
    """When each platform was heard last, whether the tick still ticks, and whether this program is the one that works.

    Args:
        program: whose tick is looked at.
        lease: who works; left out: this program.
    """

    def __init__(self, program: Program, lease: Lease | None = None) -> None:
        self._program = program
        self._lease = lease or Lease(None)
        self.pulses: dict[str, Pulse] = {}
        self._needed: set[str] = set()

    def expect(self, platform: str, *, needed: bool = True) -> Pulse:
        """The result is told of every sign of life of this platform; readiness waits for it where it is needed."""
        if needed:
            self._needed.add(platform)
        return self.pulses.setdefault(platform, Pulse(platform))

    def routes(self) -> list[Route]:
        """The three pages."""
        return [
            Route("/healthz", self._healthz, methods=["GET"]),
            Route("/readyz", self._readyz, methods=["GET"]),
            Route("/metrics", self._metrics, methods=["GET"]),
        ]

    async def _healthz(self, _request: Request) -> Response:
        """503 where a person should look: no tick, or a platform that is deaf or refuses us."""
        stalled = self._silent_for() >= STALLED
        degraded = stalled or any(pulse.state in _TROUBLE for pulse in self.pulses.values())
        body = {
            "status": "degraded" if degraded else "ok",
            "role": self._role(),
            "ticked_seconds_ago": round(self._silent_for(), 1),
            "platforms": {platform: _told(pulse) for platform, pulse in self.pulses.items()},
        }
        return JSONResponse(body, status_code=503 if degraded else 200)

    async def _readyz(self, _request: Request) -> Response:
        """Ready once the database is migrated (nothing is served before) and each platform was reached.

        One that stands by is ready for what is asked of it. A platform that falls silent later is named and changes
        nothing: the others are still served.
        """
        waited_for = sorted(self._needed) if self._lease.held else []
        missing = [platform for platform in waited_for if not self.pulses[platform].reached]
        silent = [platform for platform, pulse in self.pulses.items() if pulse.state in _TROUBLE]
        body = {"role": self._role(), "not_reached_yet": missing, "degraded": silent}
        return JSONResponse(body, status_code=503 if missing else 200)

    async def _metrics(self, _request: Request) -> Response:
        now = self._program.clock.now()
        for platform, pulse in self.pulses.items():
            if pulse.heard_for is not None:
                metrics.sign_of_life(platform, now - timedelta(seconds=pulse.heard_for), pulse.heard_for)
        body, content_type = metrics.exposition()
        return Response(body, headers={"Content-Type": content_type})

    def _role(self) -> str:
        return "owner" if self._lease.held else "standby"

    def _silent_for(self) -> float:
        """Seconds since the clock last ticked here; for one that stands by, since the database last answered."""
        return self._program.silent_for if self._lease.held else self._lease.silent_for


def _told(pulse: Pulse) -> Mapping[str, object]:
    told: dict[str, object] = {
        "status": pulse.state.value,
        "heard_seconds_ago": None if pulse.heard_for is None else round(pulse.heard_for, 1),
        "reconnects": pulse.reconnects,
    }
    if pulse.refusals:
        told["refused"] = dict(pulse.refusals)
    if pulse.remark:
        told["remark"] = pulse.remark
    return told

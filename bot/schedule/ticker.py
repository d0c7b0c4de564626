"""The tick: once a second, whatever somebody does to the system clock."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, tzinfo
from time import monotonic

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


class SteadyTime(tzinfo):
    """A time zone whose clock nobody can set: it counts from the start of the machine.

    APScheduler asks `datetime.now(zone)` when it decides what is due. With the system's clock it ticks no more for an
    hour when that is set back an hour (seen with APScheduler 3.11); the tick itself asks `Clock` what time it is.
    """

    def fromutc(self, _moment: datetime) -> datetime:
        return (_BEGINNING + timedelta(seconds=monotonic())).replace(tzinfo=self)

    def utcoffset(self, _moment: datetime | None) -> timedelta:
        return timedelta(0)

    def dst(self, _moment: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, _moment: datetime | None) -> str:
        return "steady"


def ticker(tick: Callable[[], Awaitable[None]], *, seconds: float = 1.0) -> AsyncIOScheduler:
    """A scheduler that calls `tick` every so many seconds, never two at once; start it inside the running loop."""
    steady = SteadyTime()
    scheduler = AsyncIOScheduler(timezone=steady)
    scheduler.add_job(
        tick, IntervalTrigger(seconds=seconds, timezone=steady),
        max_instances=1, coalesce=True, misfire_grace_time=None,
    )  # fmt: skip
    return scheduler

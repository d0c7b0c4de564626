"""The tick: once a second, whatever somebody does to the system clock."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, tzinfo
from time import monotonic

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

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


class Every(BaseTrigger):  # type: ignore[misc]  # the library has no types
    """Fires so long after the last time it was asked; the library's interval counts in the system's time."""

    def __init__(self, interval: timedelta) -> None:
        self._interval = interval

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        return now + self._interval


def ticker(tick: Callable[[], Awaitable[None]], *, seconds: float = 1.0) -> AsyncIOScheduler:
    """A scheduler that calls `tick` every so many seconds, never two at once; start it inside the running loop."""
    scheduler = AsyncIOScheduler(timezone=SteadyTime())
    scheduler.add_job(
        tick, Every(timedelta(seconds=seconds)), max_instances=1, coalesce=True, misfire_grace_time=None,
    )  # fmt: skip
    return scheduler

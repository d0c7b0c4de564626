"""By when a person must have looked, and must have acted: the service levels, in working hours or by the clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cases.rules.working_time import WorkingTime, working_time
from bot.config import Settings
from flows.severity import Severity

_EMERGENCY_IDLE = timedelta(hours=1)


def by_the_clock(severity: int, topic: str, restricted: bool) -> bool:
    """Whether the hours run at night and at weekends too: always in an emergency, and for urgent matters of safety."""
    safety = topic == "safety" or (topic == "wellbeing" and restricted)
    return severity >= Severity.EMERGENCY or (severity == Severity.URGENT and safety)


def page_every(settings: Settings) -> timedelta:
    """How long somebody has, until the next call, while nobody has taken an emergency."""
    return timedelta(minutes=settings.team.emergency_minutes)


@dataclass(frozen=True, slots=True)
class Level:
    """How fast one case goes.

    `limit` is the time to take it, `step` until the next person is asked after that, `notice` how long before the
    limit a reminder comes; `idle` and `idle_notice` the same for whoever has taken it. All of them count in `working`
    time, or by the clock where that is None.
    """

    limit: timedelta
    step: timedelta
    notice: timedelta
    idle: timedelta
    idle_notice: timedelta
    working: WorkingTime | None

    def after(self, start: datetime, length: timedelta) -> datetime:
        """When so much time has passed, in UTC."""
        return self.working.after(start, length) if self.working else start + length

    def before(self, end: datetime, length: timedelta, now: datetime) -> datetime:
        """The moment so much time before `end`, or `now` where that has passed."""
        left = self.working.between(now, end) if self.working else end - now
        return self.after(now, max(left - length, timedelta(0)))


def level_of(severity: int, topic: str, restricted: bool, settings: Settings) -> Level:
    """The service level: 10 minutes, 4 hours by the clock, 4 working hours, or 2 working days, unless set otherwise."""
    team, working = settings.team, working_time(settings)
    if severity >= Severity.EMERGENCY:
        every = page_every(settings)
        return Level(every, every, timedelta(0), _EMERGENCY_IDLE, _EMERGENCY_IDLE / 2, None)
    if severity == Severity.URGENT:
        hours = timedelta(hours=team.urgent_hours)
        return Level(
            limit=hours, step=hours, notice=hours / 4, idle=hours, idle_notice=hours / 2,
            working=None if by_the_clock(severity, topic, restricted) else working,
        )  # fmt: skip
    limit = team.attention_days * working.day
    # With a day or less there is no working day after which to remind whoever has it: half of the time then.
    idle_notice = limit - working.day if limit > working.day else limit / 2
    return Level(limit, working.day, working.day / 2, limit, idle_notice, working)


def respond_by(severity: int, topic: str, restricted: bool, now: datetime, settings: Settings) -> datetime:
    """When a person must have taken it, in UTC."""
    level = level_of(severity, topic, restricted, settings)
    return level.after(now, level.limit)


def next_open(now: datetime, settings: Settings) -> datetime | None:
    """When the team's working hours begin again, in UTC; None while they run."""
    return working_time(settings).next_open(now)

"""What the clock has to do about one pair, and when: a ladder for each thing that may stay undone. Pure.

Each step has a key; what was done stands in the pair's `told`, so nothing is done twice, whatever restarts in between.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, TypeAlias

import orjson

from bot.mentoring.pairs import last_together, starts_counting
from storage.meetings import Meeting
from storage.mentorships import Mentorship

Do: TypeAlias = Literal[
    "remind_to_review", "not_reviewed", "remind_to_answer", "not_answered",
    "remind_to_sign", "not_signed", "never_signed", "resume",
    "nudge", "wanted", "quiet", "missed", "gone_quiet", "review", "close", "goodbye",
    "offer_again", "prepare", "soon", "happened", "ask_the_mentor", "not_known", "agenda",
    "remind_of_action",
]  # fmt: skip
DAY = timedelta(days=1)
NUDGED_BEFORE, WANTED_AFTER, AT_LEAST_QUIET, WARNED = 5 * DAY, 7 * DAY, 21 * DAY, 21 * DAY
CLOSES_BEFORE, GOODBYE_AFTER = 7 * DAY, 21 * DAY


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do at a moment, once. Of the steps of one `ladder` that are due, only the last is done.

    `row` is the row id of the action item that it is about, 0 where it is about none.
    """

    at: datetime
    do: Do
    key: str
    ladder: str
    row: int = 0


def steps_of(pair: Mentorship, meeting: Meeting | None, every_days: int, more: Iterable[Step] = ()) -> list[Step]:
    """All that lies ahead of a pair as it is now, done or not, in the order of the moments; `meeting` is its latest.

    `more` are steps at hours of one of the two, who knows her own clock.
    """
    return sorted((*_steps(pair, meeting, every_days), *more), key=lambda step: step.at)


def due(steps: list[Step], done: frozenset[str], now: datetime) -> list[Step]:
    """What is to be done now: of each ladder the last step that is due, unless it was done."""
    last = {step.ladder: step for step in steps if step.at <= now}
    return [step for step in last.values() if step.key not in done]


def passed(steps: list[Step], now: datetime) -> frozenset[str]:
    """The keys of all steps whose moment is over: what was skipped after an outage is not made up for."""
    return frozenset(step.key for step in steps if step.at <= now)


def following(steps: list[Step], done: frozenset[str], now: datetime) -> datetime | None:
    """When to look again."""
    return next((step.at for step in steps if step.at > now and step.key not in done), None)


def done_with(pair: Mentorship) -> frozenset[str]:
    """The keys of what was done."""
    return frozenset(orjson.loads(pair.told))


def _steps(pair: Mentorship, meeting: Meeting | None, every_days: int) -> Iterator[Step]:
    match pair.state:
        case "proposed":
            yield Step(pair.state_at + 7 * DAY, "remind_to_review", "review:7", "answer")
            yield Step(pair.state_at + 28 * DAY, "not_reviewed", "review:28", "answer")
        case "approved":
            yield from _answering(pair)
        case "accepted":
            yield from _signing(pair)
        case "agreed" | "active":
            ahead = meeting if meeting and meeting.state in ("offered", "booked") else None
            yield from _meeting(pair, ahead) if ahead else _no_meeting(pair, timedelta(days=every_days))
            yield from _ending(pair)
        case "paused" if pair.resumes_on:
            yield Step(_on(pair.resumes_on), "resume", f"resume:{pair.resumes_on}", "pause")
        case "closing":
            yield Step(pair.state_at + GOODBYE_AFTER, "goodbye", "goodbye", "end")
            if meeting and meeting.state == "booked" and meeting.starts_at:
                yield from _before(meeting, meeting.starts_at)
        case _:
            pass


def _answering(pair: Mentorship) -> Iterator[Step]:
    """The mentor is asked whether the mentee fits."""
    yield Step(pair.state_at + 10 * DAY, "remind_to_answer", "answer:10", "answer")
    yield Step(pair.state_at + 21 * DAY, "not_answered", "answer:21", "answer")


def _signing(pair: Mentorship) -> Iterator[Step]:
    """Not signed after 14 days is worth knowing, after 21 it needs a person (MEX); after 42 the match is let go."""
    ladder: tuple[tuple[int, Do], ...] = ((14, "remind_to_sign"), (21, "not_signed"), (42, "never_signed"))
    for days, do in ladder:
        yield Step(pair.state_at + days * DAY, do, f"sign:{days}:{pair.state_at:%Y-%m-%d}", "sign")


def _no_meeting(pair: Mentorship, every: timedelta) -> Iterator[Step]:
    """No meeting lies ahead: from the nudge to the end that comes of silence."""
    since = starts_counting(pair)
    mark = f"{since:%Y-%m-%dT%H:%M}"
    first = pair.met_at is None and pair.kept_at is None
    yield Step(
        since if first else since + max(every - NUDGED_BEFORE, DAY),
        "nudge",
        f"nudge:{'first' if first else mark}",
        "meet",
    )
    yield Step(since + every + WANTED_AFTER, "wanted", f"wanted:{mark}", "meet")
    quiet = since + max(2 * every, every + AT_LEAST_QUIET)
    yield Step(quiet, "quiet", f"quiet:{mark}", "meet")
    if pair.warned_at is not None:
        yield Step(max(quiet, pair.warned_at) + WARNED, "gone_quiet", f"gone:{mark}", "meet")
    # Whatever they say: when two meetings in a row did not come about, a person looks.
    met = last_together(pair)
    yield Step(met + max(2 * every, AT_LEAST_QUIET), "missed", f"missed:{met.date().isoformat()}", "missed")


def _meeting(pair: Mentorship, meeting: Meeting) -> Iterator[Step]:
    """A meeting lies ahead: times wait for the mentor, or it stands in both calendars."""
    name = f"{meeting.id}.{meeting.sequence}"
    if meeting.state == "offered" or meeting.starts_at is None:
        yield Step(meeting.made_at + 9 * DAY, "offer_again", f"offer:{name}", "meeting")
        return
    ends = meeting.starts_at + timedelta(minutes=meeting.minutes)
    yield from _before(meeting, meeting.starts_at)
    yield Step(ends + timedelta(hours=2), "happened", f"happened:{name}", "meeting")
    yield Step(ends + 4 * DAY, "ask_the_mentor", f"mentor:{name}", "meeting")
    yield Step(ends + 14 * DAY, "not_known", f"unknown:{name}", "meeting")


def _before(meeting: Meeting, starts: datetime) -> Iterator[Step]:
    """The mentee prepares, and shortly before it both say that they are coming."""
    name = f"{meeting.id}.{meeting.sequence}"
    yield Step(starts - DAY, "prepare", f"prepare:{name}", "meeting")
    yield Step(starts - timedelta(minutes=15), "soon", f"soon:{name}", "meeting")


def _ending(pair: Mentorship) -> Iterator[Step]:
    """In the middle both say how it goes; before the agreed end both look back."""
    if pair.ends_on is None:
        return
    began, ends = pair.mentor_signed_at or pair.made_at, _on(pair.ends_on)
    if ends - began >= 60 * DAY:
        yield Step(began + (ends - began) / 2, "review", "review:middle", "review")
    yield Step(ends - CLOSES_BEFORE, "close", f"close:{pair.ends_on}", "end")


def _on(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)

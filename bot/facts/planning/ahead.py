"""What lies ahead of one student: the tick's own steps, played on copies at the moments it will take them. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.facts.checkin_time import checkin_on
from bot.facts.planning.circumstances import Circumstances
from bot.facts.planning.steps import Step, checkin_step, due_at, importance_of, promised_step, requested_step
from bot.facts.windows import Importance, forbidden
from flows.cadence import CHECKIN
from storage.columns import read
from storage.followups import FollowUp
from storage.people import Placement

_WAITS_FOR_SOMEBODY = frozenset({"unconfirmed", "no_account"})
"""What ends when a person does something: no moment can be told."""
_FAR_ENOUGH = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Entry:
    """One conversation that the clock opens at `at`, or does not open (None). `due` is when its calendar says.

    `why` is the reason code of `windows.Verdict` that moved or forbids it, "" for none.
    """

    person_id: str
    what: str
    at: datetime | None
    due: datetime | None = None
    why: str = ""


def ahead(known: Circumstances, promised: Sequence[FollowUp], now: datetime, until: datetime) -> list[Entry]:
    """What she gets until then, and what she does not get and why, in the order of its moments."""
    if reason := forbidden(known, Importance.CHECKIN):
        return [Entry(known.person.id, CHECKIN, None, known.placement.next_checkin_at, reason)]
    if known.placement.next_checkin_at is None and _ended(known, now):
        return [Entry(known.person.id, CHECKIN, None, None, "ended")]
    return sorted(_Played(known, promised, now, until).entries(), key=lambda entry: entry.at or entry.due or now)


def next_sent(known: Circumstances, now: datetime) -> datetime | None:
    """When her next check-in by the calendar comes, holidays and absence taken into account; None: there is none."""
    placement = _copy(known.placement)
    placement.ask_again_at = placement.requested_at = None
    played = _Played(replace(known, placement=placement), (), now, now + _FAR_ENOUGH)
    return next((entry.at for entry in played.entries() if entry.at is not None), None)


class _Played:
    """One student's future on copies of her rows."""

    def __init__(self, known: Circumstances, promised: Sequence[FollowUp], now: datetime, until: datetime) -> None:
        self._known = replace(known, placement=_copy(known.placement), contacts=list(known.contacts))
        self._promised = list(promised)
        self._now, self._until = now, until
        self._moved: dict[str, tuple[datetime, str]] = {}

    def entries(self) -> Iterator[Entry]:
        while (coming := self._next()) is not None and coming[0] <= self._until:
            moment, _, promised = coming
            yield from self._checkin(moment) if promised is None else self._kept(moment, promised)
        for what, (due, why) in self._moved.items():
            at = None if why in _WAITS_FOR_SOMEBODY else self._pending(what)
            yield self._entry(what, at, due, why)

    def _next(self) -> tuple[datetime, int, FollowUp | None] | None:
        """What the tick comes to first: when, how important, and which promise; None for a check-in."""
        placement = self._known.placement
        asked = self._now if placement.requested_at else None
        dues = [at for at in (asked, placement.ask_again_at, placement.next_checkin_at) if at is not None]
        coming: list[tuple[datetime, int, FollowUp | None]] = [
            *((max(min(dues), self._now), 2 * Importance.CHECKIN + 1, None) for _ in dues[:1]),
            *((max(each.due_at, self._now), 2 * importance_of(each), each) for each in self._promised),
        ]
        return min(coming, key=lambda each: each[:2], default=None)

    def _checkin(self, moment: datetime) -> Iterator[Entry]:
        known, placement = self._known, self._known.placement
        due, requested = due_at(placement, moment), placement.requested_at is not None
        step = requested_step(known, moment) if requested else checkin_step(known, moment)
        placement.next_checkin_at, placement.ask_again_at = step.following, step.until
        placement.requested_at = None
        yield from self._seen_to(CHECKIN, moment, due, step, counts=not requested)

    def _kept(self, moment: datetime, promised: FollowUp) -> Iterator[Entry]:
        step = promised_step(self._known, moment, promised)
        self._promised.remove(promised)
        if step.until is not None:
            self._promised.append(read(FollowUp, {**promised.model_dump(), "due_at": step.until}))
        yield from self._seen_to(_name(promised), moment, promised.due_at, step, counts=True)

    def _seen_to(self, what: str, moment: datetime, due: datetime, step: Step, *, counts: bool) -> Iterator[Entry]:
        first_due, why = self._moved.pop(what, (due, step.why))
        if step.until is not None:
            self._moved[what] = (first_due, why)
            # A call for help is over by then, as far as anybody can tell.
            self._known.calls_for_help = False
            return
        sent = step.do == "send"
        if sent and counts:
            self._known.contacts.append(moment)
        yield self._entry(what, moment if sent else None, first_due, why or step.why)

    def _entry(self, what: str, at: datetime | None, due: datetime, why: str) -> Entry:
        known, name = self._known, what.partition(":")[0]
        if name == CHECKIN and at is not None:
            name = checkin_on(at.astimezone(known.zone).date(), known.person, known.placement)
        return Entry(known.person.id, name, at, due, why)

    def _pending(self, what: str) -> datetime | None:
        if what == CHECKIN:
            return self._known.placement.ask_again_at
        return next((each.due_at for each in self._promised if _name(each) == what), None)


def _name(promised: FollowUp) -> str:
    return f"{promised.flow}:{promised.about}"


def _ended(known: Circumstances, now: datetime) -> bool:
    end = known.placement.ends_on
    return end is not None and now.astimezone(known.zone).date() > end


def _copy(placement: Placement) -> Placement:
    return read(Placement, placement.model_dump())

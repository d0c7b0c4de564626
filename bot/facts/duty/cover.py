"""Who stands in for whom while somebody is on leave: the entries of the rota file, and what they mean. Pure.

An entry names `person`, `from`, `to` and, if it is a stand-in, `covers`: roster ids or words for a role. A date in `to`
is the last day. Without `covers` the person is on call in that time, before those whom the configuration names.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rapidfuzz import process

from bot.config import ConfigError

COORDINATOR, SAFEGUARDING, ON_CALL, DEPUTY, LEAD = ROLES = (
    "coordinator", "safeguarding", "on_call", "deputy", "lead",
)  # fmt: skip
"""Words that stand for whoever has this part now."""
_KEYS = ("person", "from", "to", "covers")
_WHEN = "write a day like 2026-07-01, or a day and a time like 2026-07-01T08:00"


@dataclass(frozen=True, slots=True)
class Cover:
    """One entry: from `starts` until `ends` (a day counts to its end) `person` stands in for `covers`.

    A day or a time without a zone is the programme's. `place` is where the entry stands, `[[cover]] 2`.
    """

    place: str
    person: str
    starts: date
    ends: date
    covers: tuple[str, ...] = ()

    def in_force(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether it counts at this moment."""
        return _moment(self.starts, zone) <= now < _moment(self.ends, zone, past=timedelta(days=1))


@dataclass(frozen=True, slots=True)
class StandIns:
    """Who stands in at one moment: for a roster id or a role's word, those who do, in the order of the file."""

    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    on_call: tuple[str, ...] = ()

    def everybody(self) -> set[str]:
        """The roster ids of all who stand in."""
        return {person for people in self.instead.values() for person in people} | set(self.on_call)

    def in_place_of(self, person_id: str, but: frozenset[str] = frozenset()) -> str:
        """Whoever does her work now: her stand-in, or that one's if she is away too; herself when there is none.

        `but` are those who cannot. A circle ends where it would come round.
        """
        here, met = person_id, {person_id}
        while found := next((id_ for id_ in self.instead.get(here, ()) if id_ not in met and id_ not in but), None):
            met.add(found)
            here = found
        return here

    def in_role(self, role: str, but: frozenset[str] = frozenset()) -> str | None:
        """Whoever stands in for everybody in this role, or None."""
        found = next((id_ for id_ in self.instead.get(role, ()) if id_ not in but), None)
        return self.in_place_of(found, but) if found else None


def stand_ins(covers: Iterable[Cover], now: datetime, zone: ZoneInfo) -> StandIns:
    """The entries that count at this moment."""
    instead: dict[str, tuple[str, ...]] = {}
    on_call: list[str] = []
    for cover in covers:
        if not cover.in_force(now, zone):
            continue
        if not cover.covers:
            on_call.append(cover.person)
        for whom in cover.covers:
            instead[whom] = (*instead.get(whom, ()), cover.person)
    return StandIns(instead, tuple(on_call))


def read_covers(text: str, source: str) -> tuple[Cover, ...]:
    """The entries of a rota file; every array of tables is read, whatever it is called.

    Raises:
        ConfigError: names `source`, each entry that is wrong, its key and the remedy.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f'{source}: not valid TOML: {error}; texts stand in quotes: person = "guard-1"') from None
    mistakes: list[str] = []
    covers = []
    for name, entries in content.items():
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            mistakes.append(f"{name}: is no entry; begin each one with a line [[cover]]")
            continue
        for number, entry in enumerate(entries, start=1):
            place = f"[[{name}]] {number}"
            wrong = list(_mistakes(entry))
            mistakes += (f"{place} {mistake}" for mistake in wrong)
            covers += [] if wrong else [_cover(place, entry)]
    if mistakes:
        raise ConfigError("\n".join(f"{source}: {mistake}" for mistake in mistakes))
    return tuple(covers)


def _mistakes(entry: Mapping[str, object]) -> Iterator[str]:
    for key in entry.keys() - set(_KEYS):
        close = process.extractOne(key, _KEYS, score_cutoff=60)
        yield f"{key}: is unknown; " + (f"did you mean {close[0]}?" if close else f"known are {', '.join(_KEYS)}")
    if isinstance(number := entry.get("person"), int):
        yield f'person: is a number; put the roster id in quotes: person = "{number}"'
    elif not _ids(number) or not isinstance(entry["person"], str):
        yield 'person: is missing; write the roster id of whoever stands in: person = "guard-1"'
    starts, ends = (_when(entry.get(key)) for key in ("from", "to"))
    for key, moment in (("from", starts), ("to", ends)):
        if moment is None:
            yield f"{key}: is missing or no time; {_WHEN}"
    if starts and ends and _moment(starts, _ANY) >= _moment(ends, _ANY, past=timedelta(days=1)):
        yield "to: lies before from; exchange them"
    if _has_numbers(entry.get("covers")):
        yield 'covers: holds a number; put roster ids in quotes: covers = "12"'
    elif "covers" in entry and not _ids(entry["covers"]):
        yield f"covers: names nobody; write roster ids or one of {', '.join(ROLES)}, or leave it out for being on call"


def _cover(place: str, entry: Mapping[str, object]) -> Cover:
    starts, ends = _when(entry["from"]), _when(entry["to"])
    assert starts is not None, "a wrong entry is not read"
    assert ends is not None, "a wrong entry is not read"
    return Cover(place, _ids(entry["person"])[0], starts, ends, _ids(entry.get("covers")))


def _ids(value: object) -> tuple[str, ...]:
    """Roster ids, one or several, or () where something is written that is none."""
    values = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    ids = tuple(each.strip() for each in values if isinstance(each, str))
    return ids if len(ids) == len(values) and all(ids) else ()


def _has_numbers(value: object) -> bool:
    return any(isinstance(each, int) for each in (value if isinstance(value, list) else [value]))


def _when(value: object) -> date | None:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(value.strip())
        except ValueError:
            continue
    return None


_ANY = ZoneInfo("UTC")


def _moment(when: date, zone: ZoneInfo, past: timedelta = timedelta(0)) -> datetime:
    """In UTC; `past` is added to a day, which begins at midnight in the zone."""
    if not isinstance(when, datetime):
        return datetime.combine(when + past, time(), zone).astimezone(UTC)
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(UTC)

"""What an import would change, against what is kept: the preview, and the work list of the import. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import orjson

from bot.programmes.roster import BadLine, Entry, Roster, Value
from bot.programmes.staff import Staff
from storage.people import Person, Placement

COORDINATES = frozenset({"coordinator", "safeguarding", "lead"})
MENTORS = COORDINATES | {"mentor"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One column that changes; texts, as people read them."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Step:
    """One person to write: the columns that change, and what the roster says of her now, to be remembered."""

    id: str
    person: Mapping[str, Value]
    placement: Mapping[str, Value]
    said: str
    differences: tuple[Difference, ...] = ()
    is_new: bool = False
    is_student: bool = False


@dataclass(slots=True)
class Plan:
    """What an import does, and what it leaves alone. `absent` counts who is kept and stands in no line."""

    new: list[Step] = field(default_factory=list)
    changed: list[Step] = field(default_factory=list)
    noted: list[Step] = field(default_factory=list)
    unchanged: int = 0
    absent: int = 0
    bad: list[BadLine] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Nothing would be new or different."""
        return not (self.new or self.changed)


def plan(roster: Roster, people: Mapping[str, Person], placements: Mapping[str, Placement]) -> Plan:
    """Compare a roster with the people and placements that are kept, by id."""
    made = Plan(bad=list(roster.bad), notices=list(roster.notices))
    named = {entry.id for entry in roster.entries}
    made.absent = len([person for person in people.values() if person.id not in named and not person.forgotten_at])
    good = [entry for entry in roster.entries if _may_come_in(entry, named, people, made)]
    staff = Staff(good, people)
    for entry in good:
        step = _step(entry, _placement(entry, staff, made.notices), people.get(entry.id), placements.get(entry.id))
        if step.is_new:
            made.new.append(step)
        elif step.differences:
            made.changed.append(step)
        else:
            made.unchanged += 1
            made.noted.append(step)
    made.bad.sort(key=lambda bad: bad.line)
    return made


def _may_come_in(entry: Entry, named: set[str], people: Mapping[str, Person], made: Plan) -> bool:
    mine = people.get(entry.id)
    if mine is not None and mine.forgotten_at is not None:
        made.notices.append(
            f"line {entry.line}: {entry.id} asked to be forgotten on {mine.forgotten_at:%Y-%m-%d} and is left alone; "
            "take the line out, or give a new id to begin anew"
        )
        return False
    for column in ("email", "slack_id"):
        value = entry.person.get(column)
        owners = (kept.id for kept in people.values() if value and getattr(kept, column) == value)
        other = next((owner for owner in owners if owner != entry.id and owner not in named), None)
        if other is not None:
            made.bad.append(BadLine(entry.line, f"{column} {value!r} belongs to {other}, who is not in this file"))
            return False
    return True


def _placement(entry: Entry, staff: Staff, notices: list[str]) -> dict[str, Value]:
    """Her placement with coordinator and mentor looked up; whoever is not found is left as it was."""
    found: dict[str, Value] = dict(entry.placement)
    for column, written, roles in (("coordinator", entry.coordinator, COORDINATES), ("mentor", entry.mentor, MENTORS)):
        if written is None:
            continue
        person_id, trouble = staff.find(written, roles)
        if trouble:
            notices.append(f"line {entry.line}: {column} {written!r} {trouble}; none is set")
        else:
            found[f"{column}_id"] = person_id
    return found


def _step(entry: Entry, placement: dict[str, Value], person: Person | None, kept: Placement | None) -> Step:
    said = orjson.dumps({**entry.person, **placement}).decode()
    if person is None:
        return Step(entry.id, entry.person, placement, said, is_new=True, is_student=entry.is_student)
    before: dict[str, Any] = orjson.loads(person.imported) if person.imported else {}
    mine = dict(_changes(entry.person, before, person))
    hers = dict(_changes(placement, before, kept or Placement(person_id=entry.id)))
    differences = tuple(
        Difference(column, _shown(getattr(row, column)), _shown(value))
        for row, values in ((person, mine), (kept or Placement(person_id=entry.id), hers))
        for column, value in values.items()
    )
    return Step(entry.id, mine, hers, said, differences, is_student=entry.is_student)


def _changes(says: Mapping[str, Value], before: Mapping[str, Any], row: object) -> Iterator[tuple[str, Value]]:
    """What the roster says otherwise than last time, and otherwise than it is."""
    for column, value in says.items():
        said_already = column in before and before[column] == _plain(value)
        if not said_already and getattr(row, column) != value:
            yield column, value


def _plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _shown(value: object) -> str:
    return "–" if value in (None, "") else str(value)

"""What rules a pair out, whatever speaks for it: for everybody with everybody at once."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from bot.cases.linking.names import same_host, same_person
from bot.facts.mentoring.availability import hours_apart
from bot.mentoring.matching.batch import Bar
from bot.mentoring.matching.people import Mentee, Mentor, Pool, Someone
from flows.mentoring.topics import OTHER_COMPANY

Table = NDArray[np.bool_]
_ALIKE = 90
"""At her own workplace a supervisor may be written by a first name or with a slip, and is the same person."""


def bars(pool: Pool, minutes: NDArray[np.float32]) -> NDArray[np.int8]:
    """What stands between each mentee (row) and each mentor (column): the first `Bar` there is.

    `minutes` are those of `common_minutes`.
    """
    mentees, mentors = pool.mentees, pool.mentors
    same_company = _equal([same_host(each.host) for each in mentees], [same_host(each.employer) for each in mentors])
    tables = {
        Bar.OPTED_OUT: _column([each.opted_out for each in mentees]) | _row([each.opted_out for each in mentors]),
        Bar.CHAIN_OF_COMMAND: _above(mentees, mentors),
        Bar.KEPT_APART: _kept_apart(mentees, mentors),
        Bar.PARTED: _named([each.parted for each in mentees], [each.id for each in mentors]),
        Bar.SAME_COMPANY: same_company & _column([OTHER_COMPANY in each.prefers for each in mentees]),
        Bar.LANGUAGE: ~_speaks_with(mentees, mentors),
        Bar.TOO_FAR_APART: _too_far(pool),
        Bar.TIME: minutes == 0,
        Bar.CAPACITY: _row([each.free == 0 for each in mentors]) | np.zeros((len(mentees), 1), bool),
    }
    chosen = np.select(list(tables.values()), [int(bar) for bar in tables], default=int(Bar.OPEN))
    return chosen.astype(np.int8)


def _above(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Table:
    """The mentor is her supervisor, by name, or her coordinator."""
    names = [same_person(each.name) for each in mentors]
    supervises = _equal([same_person(each.supervisor) for each in mentees], names)
    coordinates = _equal([each.coordinator_id for each in mentees], [each.id for each in mentors])
    return supervises | coordinates | _loosely_named(mentees, mentors)


def _loosely_named(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Table:
    found = np.zeros((len(mentees), len(mentors)), bool)
    colleagues = defaultdict(list)
    for column, mentor in enumerate(mentors):
        colleagues[same_host(mentor.employer)].append((column, mentor.name.casefold()))
    lines = defaultdict(list)
    for row, mentee in enumerate(mentees):
        if mentee.supervisor:
            lines[same_host(mentee.host), mentee.supervisor.casefold()].append(row)
    for (host, supervisor), rows in lines.items():
        for column, name in colleagues.get(host, ()) if host else ():
            if fuzz.token_set_ratio(supervisor, name) >= _ALIKE:
                found[rows, column] = True
    return found


def _kept_apart(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Table:
    """Either side must be kept from the other, or from where the other works."""
    hers, theirs = [_compared(each) for each in mentees], [_compared(each) for each in mentors]
    return (
        _named([each.apart_from for each in mentees], [each.id for each in mentors])
        | _named(hers, [same_host(each.employer) for each in mentors])
        | _named([each.apart_from for each in mentors], [each.id for each in mentees]).T
        | _named(theirs, [same_host(each.host) for each in mentees]).T
    )


def _compared(person: Someone) -> frozenset[str]:
    return frozenset(same_host(name) for name in person.apart_from)


def _speaks_with(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Table:
    spoken = sorted({language for each in (*mentees, *mentors) for language in each.languages})
    table = np.zeros((len(mentees), len(mentors)), bool)
    for language in spoken:
        table |= _column([language in each.languages for each in mentees]) & _row(
            [language in each.languages for each in mentors]
        )
    return table


def _too_far(pool: Pool) -> Table:
    """The clocks are further apart than either side wants."""
    zones = sorted({each.zone for each in (*pool.mentees, *pool.mentors)}, key=str)
    place = {zone: number for number, zone in enumerate(zones)}
    apart = np.array([[hours_apart(one, other, pool.monday) for other in zones] for one in zones])
    hers, theirs = ([place[each.zone] for each in side] for side in (pool.mentees, pool.mentors))
    gaps = apart[np.ix_(hers, theirs)]
    far: Table = (gaps > _most(pool.mentees)[:, np.newaxis]) | (gaps > _most(pool.mentors)[np.newaxis, :])
    return far


def _most(people: Sequence[Someone]) -> NDArray[np.float64]:
    return np.array([np.inf if each.most_hours_apart is None else each.most_hours_apart for each in people])


def _named(entries: Sequence[frozenset[str]], known: Sequence[str]) -> Table:
    """Which of the known stand among the entries of each row."""
    columns = defaultdict(list)
    for column, name in enumerate(known):
        if name:
            columns[name].append(column)
    table = np.zeros((len(entries), len(known)), bool)
    for row, names in enumerate(entries):
        for name in names:
            table[row, columns.get(name, [])] = True
    return table


def _equal(hers: Sequence[str], theirs: Sequence[str]) -> Table:
    return _named([frozenset({name}) - {""} for name in hers], theirs)


def _column(values: Sequence[bool]) -> Table:
    return np.array(values, bool)[:, np.newaxis]


def _row(values: Sequence[bool]) -> Table:
    return np.array(values, bool)[np.newaxis, :]

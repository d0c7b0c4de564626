"""Hours in common of everybody with everybody, on the clocks of a certain week."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
from numpy.typing import NDArray

from bot.facts.mentoring.availability import open_in
from bot.mentoring.matching.people import Pool, Someone

_SLOT = timedelta(minutes=5)
_SLOTS = timedelta(days=7) // _SLOT
_MEETING = timedelta(minutes=30) // _SLOT
"""Less than half an hour in one piece is no time for a meeting."""


def common_minutes(pool: Pool) -> NDArray[np.float32]:
    """Minutes a week that each mentee (row) shares with each mentor (column); 0 where they cannot meet."""
    hers, theirs = _free(pool.mentees, pool.monday), _free(pool.mentors, pool.monday)
    can_meet = _beginnings(hers) @ _beginnings(theirs).T > 0
    minutes: NDArray[np.float32] = hers @ theirs.T * np.float32(_SLOT / timedelta(minutes=1))
    return np.where(can_meet, minutes, np.float32(0))


def _free(people: Sequence[Someone], monday: date) -> NDArray[np.float32]:
    """A row of 1 and 0 for each: is the person free in this slot of the week, in UTC?

    Every week is like this one: what lies before or after it in UTC comes round at the other end.
    """
    begin = datetime.combine(monday, time(), UTC)
    free = np.zeros((len(people), _SLOTS), np.float32)
    for row, person in enumerate(people):
        for opens, closes in open_in(person.windows, person.zone, monday):
            first, last = -((begin - opens) // _SLOT), (closes - begin) // _SLOT
            free[row, np.arange(first, last) % _SLOTS] = 1
    return free


def _beginnings(free: NDArray[np.float32]) -> NDArray[np.float32]:
    """The slots at which a meeting could begin."""
    begins = free.copy()
    for later in range(1, _MEETING):
        begins *= np.roll(free, -later, axis=1)
    return begins

"""What speaks for a pair, in points: for everybody with everybody at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.mentoring.matching.people import Pool
from flows.mentoring.topics import SAME_GENDER

Points = NDArray[np.float32]

TOPICS, SKILLS, FIELD, WISH, STYLE, HOURS = 35, 25, 15, 10, 8, 7
"""The most points for each; together 100, in the order of what matters for a match."""
_PLENTY = 300
"""More minutes a week in common than these make no meeting easier."""


def points(pool: Pool, minutes: NDArray[np.float32]) -> Points:
    """Points, 0 to 100, of each mentee (row) with each mentor (column).

    Of topics, skills and fields the part counts that he offers of what she wants; what she has not told gives nothing
    with anybody. `minutes` are those of `common_minutes`.
    """
    mentees, mentors = pool.mentees, pool.mentors
    wish = [each.gender if SAME_GENDER in each.prefers else "" for each in mentees]
    return (
        TOPICS * _share([each.topics for each in mentees], [each.topics for each in mentors])
        + SKILLS * _share([each.skills for each in mentees], [each.skills for each in mentors])
        + FIELD * _share([each.fields for each in mentees], [each.fields for each in mentors])
        + WISH * _share([_one(each) for each in wish], [_one(each.gender) for each in mentors])
        + STYLE * _share([_one(each.style) for each in mentees], [_one(each.style) for each in mentors])
        + HOURS * np.minimum(minutes, _PLENTY) / _PLENTY
    ).astype(np.float32)


def _one(word: str) -> frozenset[str]:
    return frozenset({word}) - {""}


def _share(wanted: Sequence[frozenset[str]], offered: Sequence[frozenset[str]]) -> Points:
    """The part of what is wanted that is offered, 0 to 1."""
    words = sorted({word for each in wanted for word in each})
    place = {word: column for column, word in enumerate(words)}
    hers, theirs = _marked(wanted, place), _marked(offered, place)
    many = np.maximum(hers.sum(axis=1, keepdims=True), 1)
    share: Points = hers @ theirs.T / many
    return share


def _marked(sets: Sequence[frozenset[str]], place: dict[str, int]) -> Points:
    table = np.zeros((len(sets), len(place)), np.float32)
    for row, words in enumerate(sets):
        table[row, [place[word] for word in words if word in place]] = 1
    return table

"""From a pool to a batch."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.mentoring.matching.batch import Bar, Batch, Match
from bot.mentoring.matching.people import Mentee, Pool
from bot.mentoring.matching.reasons import reasons, why_unmatched

_LAST = datetime.max.replace(tzinfo=UTC)


def match(pool: Pool) -> Batch:
    """The best batch for this pool. In whatever order it comes in, the outcome is the same."""
    # Imported here because numpy and scipy take long to import, and matching is rare.
    from bot.mentoring.matching.assignment import assign
    from bot.mentoring.matching.exclusions import bars
    from bot.mentoring.matching.overlap import common_minutes
    from bot.mentoring.matching.scores import points

    pool = _in_order(pool)
    if not (pool.mentees and pool.mentors):
        return Batch((), tuple(why_unmatched(mentee, None) for mentee in pool.mentees))
    minutes = common_minutes(pool)
    standing, counted = bars(pool, minutes), points(pool, minutes)
    places = [mentor.free for mentor in pool.mentors]
    chosen = dict(assign(counted, standing == Bar.OPEN, places, _turns(pool)))
    return Batch(
        tuple(
            Match(
                pool.mentees[row].id, pool.mentors[column].id, round(float(counted[row, column]), 1),
                reasons(pool.mentees[row], pool.mentors[column], float(minutes[row, column])),
            )
            for row, column in sorted(chosen.items())
        ),
        tuple(
            why_unmatched(mentee, Bar(int(standing[row].max())))
            for row, mentee in enumerate(pool.mentees) if row not in chosen
        ),
    )  # fmt: skip


def compare(pool: Pool) -> tuple[Bar, Match]:
    """What stands between the only mentee and the only mentor of a pool, and the match they would be."""
    from bot.mentoring.matching.exclusions import bars
    from bot.mentoring.matching.overlap import common_minutes
    from bot.mentoring.matching.scores import points

    (mentee,), (mentor,) = pool.mentees, pool.mentors
    minutes = common_minutes(pool)
    counted = round(float(points(pool, minutes)[0, 0]), 1)
    why = reasons(mentee, mentor, float(minutes[0, 0]))
    return Bar(int(bars(pool, minutes)[0, 0])), Match(mentee.id, mentor.id, counted, why)


def _in_order(pool: Pool) -> Pool:
    mentees = sorted(pool.mentees, key=lambda each: (_since(each), each.id))
    return replace(pool, mentees=tuple(mentees), mentors=tuple(sorted(pool.mentors, key=lambda each: each.id)))


def _turns(pool: Pool) -> list[int]:
    """Whose turn it is, by the moment since which each waits: 0 for the first."""
    moments = {moment: turn for turn, moment in enumerate(sorted({_since(each) for each in pool.mentees}))}
    return [moments[_since(each)] for each in pool.mentees]


def _since(mentee: Mentee) -> datetime:
    return mentee.waiting_since or _LAST

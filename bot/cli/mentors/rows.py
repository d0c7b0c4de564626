"""Mentors and matches as rows of a table, or as fields."""

from collections.abc import Iterator, Mapping

from rich.table import Table

from bot.cli.printing import table
from bot.mentoring.averages import Average
from bot.mentoring.counts import Counts
from bot.mentoring.matching.batch import Batch
from bot.mentoring.matching.people import Mentor
from bot.mentoring.matching.reasons import in_words, unmatched_in_words
from storage.mentorships import Mentorship

MENTOR_COLUMNS = ("id", "name", "employer", "free", "places", "fields", "topics", "languages", "time zone")
PAIR_COLUMNS = ("mentee", "mentor", "state", "signed", "held", "missed")
AVERAGE_COLUMNS = ("asked", "sentence", "average", "people")
Fields = dict[str, object]


def mentor_row(mentor: Mentor) -> tuple[str, ...]:
    """A mentor in the order of `MENTOR_COLUMNS`."""
    listed = (", ".join(sorted(words)) for words in (mentor.fields, mentor.topics, mentor.languages))
    free = "opted out" if mentor.opted_out else str(mentor.free)
    return mentor.id, mentor.name, mentor.employer, free, str(mentor.capacity), *listed, str(mentor.zone)


def pair_row(pair: Mentorship, counted: Counts) -> tuple[str, ...]:
    """A pair in the order of `PAIR_COLUMNS`: who, how far, and counts, never a word of the two."""
    signed = "both" if pair.mentee_signed_at and pair.mentor_signed_at else "not yet"
    return pair.mentee_id, pair.mentor_id, pair.state, signed, str(counted.held), str(counted.missed)


def average_row(average: Average) -> tuple[str, ...]:
    """What many say to one sentence of a review, in the order of `AVERAGE_COLUMNS`."""
    return average.side, average.step, f"{average.mean:.1f}", str(average.people)


def match_fields(batch: Batch, language: str) -> Iterator[Fields]:
    """The matches for programs: roster ids, points 0 to 100, reasons in words."""
    for each in batch.matches:
        reasons = in_words(each.reasons, language)
        yield {"mentee": each.mentee_id, "mentor": each.mentor_id, "points": each.points, "reasons": reasons}


def left_fields(batch: Batch, language: str) -> Iterator[Fields]:
    """Who is left, for programs: the roster id, and why as a code and in words."""
    for left in batch.unmatched:
        yield {"mentee": left.mentee_id, "why": left.why, "words": unmatched_in_words(left, language)}


def match_table(batch: Batch, names: Mapping[str, str], language: str) -> Table:
    """The matches for people."""
    rows = (
        (_named(each.mentee_id, names), _named(each.mentor_id, names), f"{each.points:.0f}",
         "; ".join(in_words(each.reasons, language)))
        for each in batch.matches
    )  # fmt: skip
    return table(("mentee", "mentor", "points", "why"), rows, title=f"Matches: {len(batch.matches)}")


def left_tables(batch: Batch, names: Mapping[str, str], language: str) -> list[Table]:
    """Who is left, for people; no table where nobody is."""
    if not batch.unmatched:
        return []
    rows = ((_named(left.mentee_id, names), unmatched_in_words(left, language)) for left in batch.unmatched)
    return [table(("mentee", "why not"), rows, title=f"Without a match: {len(batch.unmatched)}")]


def _named(person_id: str, names: Mapping[str, str]) -> str:
    return f"{person_id} {names.get(person_id, '')}".rstrip()

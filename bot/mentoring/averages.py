"""What many pairs say of their mentoring, as averages: where fewer than five people have answered, nothing is told."""

from collections import defaultdict
from dataclasses import dataclass

import orjson
from sqlalchemy import Connection

from flows.mentoring.review import mentee_review, mentor_review
from flows.steps import Kind
from storage.conversations import done_of_any
from storage.mentorships import mentorships_of_any

AT_LEAST = 5
"""People; below that somebody might know who said what."""


@dataclass(frozen=True, slots=True)
class Average:
    """One sentence of a review: who was asked (mentee or mentor), its step, the mean from 1 to 5, how many people."""

    side: str
    step: str
    mean: float
    people: int


def averages(db: Connection) -> list[Average]:
    """Of each sentence the mean over the latest answer of each person, in the order of the questions."""
    pairs = mentorships_of_any(db, None)
    sides = (
        ("mentee", mentor_review, {pair.mentee_id for pair in pairs}),
        ("mentor", mentee_review, {pair.mentor_id for pair in pairs}),
    )
    found = []
    for side, flow, ids in sides:
        latest: dict[str, dict[str, int]] = defaultdict(dict)
        scales = [question.id for question in flow.questions if question.kind is Kind.SCALE]
        for talk in done_of_any(db, ids, (flow.id,)) if ids else ():
            answers = orjson.loads(talk.answers)
            latest[talk.person_id] |= {step: answers[step] for step in scales if isinstance(answers.get(step), int)}
        for step in scales:
            given = [answers[step] for answers in latest.values() if step in answers]
            if len(given) >= AT_LEAST:
                found.append(Average(side, step, sum(given) / len(given), len(given)))
    return found

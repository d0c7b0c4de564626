"""Her levels at the start, in the middle and at the end: read from the self-assessments she has finished."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from bot.facts.context import Context
from bot.facts.planning.milestones import part_of
from flows.competences import FRAMEWORK, LEVEL_NUMBERS, MOMENTS
from storage.conversations import latest_done

FLOW = "self_assessment"
_MOST = 12


@dataclass(frozen=True, slots=True)
class Assessment:
    """One that was taken to the end: the part of the placement it fell into, and the answers by step."""

    moment: str
    answers: Mapping[str, Any]

    def number(self, competence: str) -> int | None:
        """The level, 1 to 4; None where it was not seen yet or skipped."""
        return LEVEL_NUMBERS.get(str(self.answers.get(competence)))


def assessments_of(context: Context) -> list[Assessment]:
    """Those on today's scales, the oldest first; what was put off is none."""
    done = latest_done(context.uow.db, context.person.id, FLOW, _MOST)
    read = ((orjson.loads(row.progress).get("facts", {}), orjson.loads(row.answers)) for row in reversed(done))
    return [
        Assessment(str(facts.get("assessment_moment", MOMENTS[0])), answers)
        for facts, answers in read
        if facts.get("framework") == FRAMEWORK and answers.get("start") == "start"
    ]


def moment_of(context: Context, earlier: Sequence[Assessment]) -> str:
    """Which part of the placement today is; where its dates are unknown, the one after the last."""
    placement, today = context.placement, context.local_now.date()
    if placement.starts_on and placement.ends_on:
        return MOMENTS[part_of(placement.starts_on, placement.ends_on, today)]
    return MOMENTS[min(len({each.moment for each in earlier}), len(MOMENTS) - 1)]

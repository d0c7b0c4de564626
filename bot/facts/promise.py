"""By when a person answers, said in a text of ours: of the case that is spoken of, and only while it is true.

We chose to put another sentence in the place of one that would name a time which has passed, in whatever text it
stands, the programme's own words among them; we gave up a second wording of each such text.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from bot.facts.context import Context
from bot.words.language import fill, say
from flows.severity import Severity
from storage.cases import Case, unresolved_of

_PROMISE = re.compile(r"(?:[^.!?]|[.!?](?!\s))*\{deadline\}(?:[^.!?]|[.!?](?!\s))*[.!?]?")
"""The sentence with the promise, as far as the end of the one before it."""


def case_spoken_of(context: Context) -> Case | None:
    """The gravest of the cases this turn speaks of, else the gravest of hers; of equals the one that is due first."""
    mine = unresolved_of(context.uow.db, context.person.id)
    spoken_of = [case for case in mine if case.id in context.spoken_of] or mine
    return min(spoken_of, key=lambda case: (-case.severity, case.deadline_at), default=None)


def promised_by(context: Context) -> datetime | None:
    """When a person answers in that case at the latest; None where no time lies ahead."""
    case = case_spoken_of(context)
    return case.deadline_at if case and case.deadline_at > context.now else None


def truly(context: Context, text: str, known: Mapping[str, object]) -> str:
    """A text filled for her; `known` is all of her placeholders."""
    case = case_spoken_of(context) if "{deadline}" in text else None
    if case is None or case.deadline_at > context.now:
        return fill(text, known)
    instead = _standing(context, case)
    # A promise may stand twice in a text; what stands in its place is said once.
    text = _PROMISE.sub(lambda found: _lead(found[0]) + "{standing}", text, count=1)
    text = _PROMISE.sub("", text)
    return fill(text.replace("{standing}", instead.replace("{", "{{").replace("}", "}}")), known)


def _lead(sentence: str) -> str:
    """The white space before a sentence."""
    return sentence[: len(sentence) - len(sentence.lstrip())]


def _standing(context: Context, case: Case) -> str:
    """How it stands with a case whose time has passed: who has it, or that we go on asking."""
    if case.taken_at is not None and (person := context.who_has(case)):
        return say("promise.has_it", context.language, person=person.name)
    calling = case.severity >= Severity.EMERGENCY
    minutes = f"{context.settings.team.emergency_minutes:g}"
    return say("promise.calling" if calling else "promise.late", context.language, call_minutes=minutes)

"""What is wrong with a conversation, found before a student meets it.

Pure and static: nothing is sent or stored. Staff's own questions and words pass the same checks as ours.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from bot.engine.checks.early import check_early
from bot.engine.checks.finding import Finding
from bot.engine.checks.openings import check_circles, check_openings
from bot.engine.checks.reach import check_reach
from bot.engine.checks.reading import check_reading
from bot.engine.checks.shape import check_shape
from bot.engine.checks.texts import Translate, check_english, check_language
from bot.engine.checks.upward import check_conditions
from flows.steps import Flow

__all__ = ["Finding", "Translate", "check", "check_all"]


def check(
    flow: Flow,
    *,
    known: Collection[str],
    placeholders: Collection[str],
    languages: Collection[str] = (),
    translate: Translate = lambda context, english, language: None,
) -> list[Finding]:
    """Every finding about one conversation; an empty list is a conversation without a known mistake.

    `known` are the ids of the conversations that exist, `placeholders` the names that may stand in braces, and
    `languages` those besides English in which `translate` must know every text. Reachability is walked only where
    ids and conditions are sound: a broken condition would make nonsense of it. How easily texts read is looked at where
    languages are: it is for what people will be sent.
    """
    findings = list(chain(check_shape(flow), check_conditions(flow)))
    if not findings:
        findings += _walked(flow)
    findings += check_openings(flow, known)
    findings += check_english(flow, placeholders)
    for language in languages:
        findings += check_language(flow, language, translate)
    if languages:
        for language in ("en", *languages):
            findings += check_reading(flow, language, translate)
    return findings


_WALKED: dict[str, list[Finding]] = {}
"""What walking a script found, by its revision: a script of many branches takes seconds, and never changes."""


def _walked(flow: Flow) -> list[Finding]:
    if flow.revision not in _WALKED:
        _WALKED[flow.revision] = [*check_reach(flow), *check_early(flow)]
    return _WALKED[flow.revision]


def check_all(
    flows: Sequence[Flow],
    *,
    placeholders: Collection[str],
    languages: Collection[str] = (),
    translate: Translate = lambda context, english, language: None,
) -> list[Finding]:
    """Every finding about a catalogue: each conversation by itself, and all of them together."""
    known = {flow.id for flow in flows}
    findings = [*_twice(flows), *check_circles(flows)]
    for flow in flows:
        findings += check(flow, known=known, placeholders=placeholders, languages=languages, translate=translate)
    return findings


def _twice(flows: Sequence[Flow]) -> Iterator[Finding]:
    seen: set[str] = set()
    for flow in flows:
        if flow.id in seen:
            yield Finding(flow.id, "", "two conversations have this id: give each an id of its own")
        seen.add(flow.id)

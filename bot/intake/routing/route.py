"""From a message to the two conversations it is most likely about."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.intake.routing.categories import weight_of
from bot.intake.routing.examples import read_examples, read_synonyms
from bot.intake.routing.nearness import Nearness
from bot.intake.triage import Triage, assess
from flows.severity import Severity

NOTHING_NEAR = ("human", "resources")
"""Where no word is known: somebody who can be asked, and something to look in."""
_NEAR = 0.08
_LIKELY = 0.15
_BESIDE_THE_BEST = 0.1
_PLAIN = 0.8
_TWICE = 2.0


@dataclass(frozen=True, slots=True)
class Routed:
    """What a message is about.

    Attributes:
        severity: as triage found it; at least urgent where the message is a plain call for help.
        ranked: all conversations, the likeliest first; where nothing in the message speaks for any, where to ask.
        likely: the first of them, as far as enough speaks for each to ask whether it is meant; may be empty.
        triage: what triage found.
    """

    severity: Severity
    ranked: tuple[str, ...]
    likely: tuple[str, ...]
    triage: Triage

    @property
    def best(self) -> tuple[str, str]:
        """The two likeliest conversations, the likelier first."""
        return self.ranked[0], self.ranked[1]

    @property
    def calls_for_help(self) -> bool:
        """She calls for help in words in which triage heard no danger of its own."""
        return self.severity > self.triage.severity


def route(text: str, language: str | None = None, triage: Triage | None = None) -> Routed:
    """The two conversations a message is most likely about; the same message always gives the same two.

    Args:
        text: as it was typed.
        language: the person's chosen language; every language is understood all the same.
        triage: what triage found in the message, where that is known already.

    Raises:
        BrokenExamples: at the first call, when the examples' files are damaged.
    """
    triage = triage or assess(text, language)
    nearness, shares = _nearness().measure(text)
    weights = weight_of(triage)
    total = {each: near + shares[each] + weights.get(each, 0.0) for each, near in nearness.items()}
    speaking = any(nearness.values()) or bool(weights)
    found = sorted(total, key=lambda each: -total[each]) if speaking else []
    ranked = (*found, *(each for each in NOTHING_NEAR if each not in found))
    first, second = ranked[:2]
    calls = first == "urgent" and nearness[first] >= _PLAIN and nearness[first] >= _TWICE * nearness[second]
    severity = max(triage.severity, Severity.URGENT) if calls else triage.severity
    least = max(_LIKELY, _BESIDE_THE_BEST * total[first]) if _is_near(nearness, weights) else math.inf
    likely = tuple(each for each in found if total[each] >= least)
    return Routed(severity, ranked, likely, triage)


def _is_near(nearness: Mapping[str, float], weights: Mapping[str, float]) -> bool:
    return bool(weights) or max(nearness.values()) >= _NEAR


def prepare() -> None:
    """Read the examples now (about a second) instead of at the first message.

    Raises:
        BrokenExamples: the examples' files are damaged.
    """
    _nearness()


@cache
def _nearness() -> Nearness:
    return Nearness(read_examples(), read_synonyms())

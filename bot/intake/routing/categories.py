"""What triage heard, and which conversation looks at it."""

from collections.abc import Mapping, Sequence

from bot.intake.triage import Triage
from flows.severity import Severity

LOOKED_AT_IN: Mapping[str, str] = {
    "self_harm": "urgent", "medical": "urgent", "violence": "conflict", "sexual": "conflict",
    "discrimination": "conflict", "bullying": "conflict", "unsafe_work": "unsafe_work", "illegal_work": "wages",
    "self_harm_weak": "wellbeing", "wages": "wages", "withdrawal": "leaving", "low_mood": "wellbeing",
    "isolation": "wellbeing", "overload": "workload", "underload": "workload", "conflict": "conflict",
    "logistics": "logistics",
}  # fmt: skip
"""A category of triage → the conversation about it; the gravest category first."""

_WHAT_HELPS = frozenset({"wages", "leaving", "logistics", "workload"})
"""In an emergency of these the conversation helps before the numbers do: a roof for the night is no call for 113."""
_PERHAPS_DANGER = frozenset({"self_harm_weak", "violence", "sexual"})
_BESIDE: Mapping[str, str] = {"self_harm": "wellbeing", "medical": "unsafe_work"}
"""What may be meant as well, where the first is urgent help."""
_HEARD = {
    Severity.NONE: 0.0,
    Severity.INFO: 0.1,
    Severity.ATTENTION: 0.3,
    Severity.URGENT: 0.6,
    Severity.EMERGENCY: 0.6,
}
"""What hearing a category adds to the nearness of its conversation, for which 1 is the words of an example."""
_HALF = 0.5
_BEFORE_ALL = 10.0


def conversations_for(categories: Sequence[str]) -> tuple[str, ...]:
    """The conversations about what triage heard, the gravest first, each once."""
    return tuple(dict.fromkeys(LOOKED_AT_IN[each] for each in LOOKED_AT_IN if each in categories))


def what_helps(categories: Sequence[str]) -> tuple[str, ...]:
    """The conversations that help in an emergency of nothing but practical things, the gravest first; else none."""
    about = conversations_for(categories)
    return about if _WHAT_HELPS.issuperset(about) else ()


def weight_of(triage: Triage) -> Mapping[str, float]:
    """What triage adds to the nearness of each conversation. An emergency is urgent help before everything else."""
    share = _HEARD[triage.severity]
    weights = dict.fromkeys(conversations_for(triage.categories), share)
    beside = [_BESIDE[each] for each in triage.categories if each in _BESIDE]
    beside += ["urgent"] if _PERHAPS_DANGER.intersection(triage.categories) else []
    for each in beside:
        weights[each] = weights.get(each, 0.0) + share * _HALF
    if triage.severity is Severity.EMERGENCY:
        weights["urgent"] = _BEFORE_ALL
        weights |= dict.fromkeys(what_helps(triage.categories), 2 * _BEFORE_ALL)
    return weights

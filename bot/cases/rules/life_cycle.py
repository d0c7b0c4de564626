"""What a case lives through: open → taken → waiting for the student → resolved → reopened."""

from bot.engine.machine import LifeCycle

OPEN, TAKEN, WAITING, RESOLVED, REOPENED = "open", "taken", "waiting", "resolved", "reopened"
UNTAKEN = frozenset({OPEN, REOPENED})
"""Nobody has said "I take it" yet; an emergency is paged in these states."""

TAKE, HAND_OVER, REPLY, ANSWER, RESOLVE, REOPEN, ALARM, GIVE_BACK = (
    "take", "hand_over", "reply", "answer", "resolve", "reopen", "alarm", "give_back",
)  # fmt: skip

KEEP_FROM, KEPT_FROM = "keep_from", "kept_from"
"""Whoever has it is somebody it is kept from: it is taken away at once. And what the row of the change says."""

_TABLE = (
    (TAKE, (OPEN, REOPENED), TAKEN),
    # Handed over is not yet taken: whoever gets it says so with a tap, and until then an emergency is paged.
    (HAND_OVER, (OPEN, TAKEN, WAITING), OPEN),
    (HAND_OVER, (REOPENED,), REOPENED),
    (REPLY, (TAKEN, WAITING), WAITING),
    (ANSWER, (OPEN,), OPEN),
    (ANSWER, (TAKEN, WAITING), TAKEN),
    # What she writes after the end is for a person to read, so it begins again.
    (ANSWER, (RESOLVED, REOPENED), REOPENED),
    (RESOLVE, (TAKEN, WAITING), RESOLVED),
    (REOPEN, (RESOLVED,), REOPENED),
    # An emergency that is heard in a case somebody has must be acknowledged anew.
    (ALARM, (TAKEN, WAITING), OPEN),
    # Whoever has it has not acted in time; while we wait for the student nobody is late.
    (GIVE_BACK, (TAKEN,), OPEN),
    (KEEP_FROM, (TAKEN, WAITING), OPEN),
)
LIFE_CYCLE = LifeCycle(
    (OPEN, TAKEN, WAITING, RESOLVED, REOPENED),
    [(word, source, target) for word, sources, target in _TABLE for source in sources],
)

CHANGE_OF = {
    TAKE: "taken", HAND_OVER: "handed_over", REPLY: "replied", ANSWER: "answered", RESOLVE: "resolved",
    REOPEN: "reopened", ALARM: "alarmed", GIVE_BACK: "given_back", KEEP_FROM: KEPT_FROM,
}  # fmt: skip
"""What the row of a change says was done."""

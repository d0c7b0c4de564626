"""What a mentorship lives through: proposed → approved → accepted → agreed → active → closing → closed."""

from bot.engine.machine import LifeCycle

PROPOSED, APPROVED, ACCEPTED, AGREED, ACTIVE, PAUSED, CLOSING = (
    "proposed", "approved", "accepted", "agreed", "active", "paused", "closing",
)  # fmt: skip
CLOSED, DECLINED, WITHDRAWN, REMATCHED = "closed", "declined", "withdrawn", "rematched"
TOGETHER = (ACCEPTED, AGREED, ACTIVE, PAUSED, CLOSING)
"""States in which the two know of one another."""
MEETING = (AGREED, ACTIVE)
"""States in which the two are to meet."""

APPROVE, LEAVE_OUT, ACCEPT, DECLINE, SIGN, MEET, PAUSE, RESUME, BEGIN_AGAIN, CLOSE, EXTEND, GOODBYE, REMATCH = (
    "approve", "leave_out", "accept", "decline", "sign", "meet", "pause", "resume", "begin_again", "close", "extend",
    "goodbye", "rematch",
)  # fmt: skip

TABLE = (
    (APPROVE, (PROPOSED,), APPROVED),
    (LEAVE_OUT, (PROPOSED, APPROVED), WITHDRAWN),
    (ACCEPT, (APPROVED,), ACCEPTED),
    (DECLINE, (APPROVED,), DECLINED),
    # Both have signed what they expect of one another.
    (SIGN, (ACCEPTED,), AGREED),
    (MEET, (AGREED, ACTIVE), ACTIVE),
    (PAUSE, (ACCEPTED, AGREED, ACTIVE), PAUSED),
    (RESUME, (PAUSED,), ACTIVE),
    # It rested before both had signed.
    (BEGIN_AGAIN, (PAUSED,), ACCEPTED),
    (CLOSE, (ACCEPTED, AGREED, ACTIVE, PAUSED), CLOSING),
    (EXTEND, (CLOSING,), ACTIVE),
    (GOODBYE, (ACCEPTED, AGREED, ACTIVE, PAUSED, CLOSING), CLOSED),
    # One of the two asked for somebody else, or it should never have been a match.
    (REMATCH, (APPROVED, ACCEPTED, AGREED, ACTIVE, PAUSED, CLOSING), REMATCHED),
)
LIFE_CYCLE = LifeCycle(
    (PROPOSED, APPROVED, *TOGETHER, CLOSED, DECLINED, WITHDRAWN, REMATCHED),
    [(word, source, target) for word, sources, target in TABLE for source in sources],
)

"""The last words of a conversation after which a person has to look: the most serious first, and never cheerful."""

from collections.abc import Iterator
from contextlib import contextmanager

from flows.language import Talk

URGENT = (
    "Thank you for telling me. {safeguarding} is told now and answers by {deadline}. "
    "If you are in danger, call {emergency}. You decide what is shared with your workplace."
)
EMERGENCY = (
    "Your answers are saved. {role} is being told about what you wrote. "
    "If a life is in danger, call {emergency} now. You can write to me here at any time."
)

NOTED = (
    "Thank you. From what you answered here nobody is told. If you want a person, choose Contact me at any time."
)  # fmt: skip
"""True also where another talk has just led here, and somebody was told about that one."""
CLOSING_URGENT = "closing_urgent"


@contextmanager
def unless_serious(talk: Talk) -> Iterator[None]:
    """Close an emergency or an urgent matter; what is written inside is said only when there was neither."""
    with talk.when(talk.heard("emergency")):
        talk.say("closing_emergency", EMERGENCY, locked=True)
    with talk.or_when(talk.heard("urgent")):
        talk.say(CLOSING_URGENT, URGENT, locked=True)
    with talk.otherwise():
        yield


def what_happens_next(talk: Talk, *, restricted: bool) -> None:
    """Thanks, then who looks at it and by when; nothing is promised where nobody was told.

    `restricted`: safeguarding alone reads it. Writes the steps `closing_emergency`, `closing_urgent`, `closing` and
    `closing_noted`, of which one is said. Advice comes after it.
    """
    reader = "{safeguarding}" if restricted else "{coordinator}"
    with unless_serious(talk):
        with talk.when(talk.heard("attention")):
            talk.say("closing", f"Thank you for telling me. {reader} looks at this by {{deadline}}.")
        with talk.otherwise():
            talk.say("closing_noted", NOTED)

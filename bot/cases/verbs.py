"""What a coordinator can do with a case, as the buttons and forms carry it: `case:take:17`.

The words that end in `_here` are those of a page that is open already, which then shows what came of them.
"""

OPEN, OPEN_BECAUSE = "open", "open_because"
TAKE, TAKE_HERE = "take", "take_here"
ON_IT = "on_it"
HAND_OVER, HAND_OVER_TO = "hand_over", "hand_over_to"
FILE = "file"
"""On a button it is followed by the file's row id: `case:file:12:17`."""
REPLY, REPLY_PREVIEW, REPLY_SEND = "reply", "reply_preview", "reply_send"
RESOLVE, RESOLVE_AS = "resolve", "resolve_as"
REOPEN, REOPEN_HERE = "reopen", "reopen_here"
STEP, LOG_STEP = "step", "log_step"
CONFIRM_COHORT = "confirm_cohort"
"""Of no case: the number on its button is a cohort's."""
REVIEW, REVIEW_PAGE = "review_matches", "page_of_matches"
"""Of no case either: the number is a batch of matches. A page may stand before it: `case:page_of_matches:2:17`."""
APPROVE_ALL, SETTLE = "approve_matches", "settle_match"

SHOWING = frozenset({OPEN, OPEN_BECAUSE, HAND_OVER, REPLY, REPLY_PREVIEW, RESOLVE, STEP, REVIEW})
"""Verbs that are answered with a view: an adapter may open a loading page for them before the commit."""


def button_data(verb: str, case: int) -> str:
    """The data a button carries."""
    return f"case:{verb}:{case}"


def read_button(data: str) -> tuple[str, int] | None:
    """The verb and the case of a button, or None when it is not a case's button."""
    head, _, rest = data.partition(":")
    verb, _, case = rest.rpartition(":")
    return (verb, int(case)) if head == "case" and verb and case.isdecimal() else None

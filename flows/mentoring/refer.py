"""A mentor has heard of danger or harassment: it is passed on without details, and a person looks at once.

Steps: `who` (with several mentees), `how_urgent`, `knows`; see the content design, 2.24.
"""

from flows.language import Reader, Talk, conversation

PAIRS = {f"pair_{place}": f"{{pair_{place}}}" for place in range(1, 7)}
URGENCY = {"danger": "Somebody is in danger now", "today": "Today", "days": "In the next days"}


@conversation("refer", title="Pass on a worry", expires_after_days=2, report=True, about="mentorship")
def refer(talk: Talk) -> None:
    """Who, how urgent, and does the mentee know: nothing else is asked."""
    there = {pair: talk.fact("mentees").at_least(place) for place, pair in enumerate(PAIRS, start=1)}
    talk.say(
        "first",
        "If a life is in danger, call {emergency} first. Pass it on without details: you do not need to find out what "
        "happened. What you answer here goes to {safeguarding}, not to your mentee.",
        locked=True,
    )  # fmt: skip
    talk.choice("who", "Who is it about?", {**PAIRS, "other": "Somebody else"}, stacked=True, offered=there)
    urgency = talk.choice("how_urgent", "How urgent is it?", URGENCY, stacked=True)
    danger = urgency.is_("danger")
    talk.flag("danger", danger, severity="emergency", topic="safety", restricted=True)
    talk.flag("referred", urgency.among("today", "days"), severity="urgent", topic="safety", restricted=True)
    talk.yes_no("knows", "Does your mentee know that you pass this on?", not_sure=True)
    talk.text(
        "reach", "How does {safeguarding} reach you? A number is enough. (optional)",
        limit=120, reader=Reader.SAFEGUARDING,
    )  # fmt: skip
    talk.say(
        "closing",
        "Thank you for passing it on. {safeguarding} looks at it by {deadline} and writes to you. Until then: (1) "
        "listen, and do not investigate; (2) tell your mentee that help is there; (3) do not promise to keep a secret.",
    )  # fmt: skip

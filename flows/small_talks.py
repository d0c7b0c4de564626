"""The small conversations: their answers are acted on by whoever holds the talk, who also says the last word.

`language`: step `language`, `en` or `nb`. `stopping`: step `stop`, `pause` (then `until`, an ISO date), `stop` or
`go_on`. `exporting`: step `export`, `yes` or `no`. `forgetting`: step `forget`, `forget` or `keep`.
"""

from flows.language import Talk, conversation

LANGUAGES = {"en": "English", "nb": "Norsk bokmål"}


@conversation("language", title="Language", expires_after_days=5)
def language(talk: Talk) -> None:
    """Which language we speak from now on."""
    talk.choice("language", "Which language shall we use?", LANGUAGES)


@conversation("stopping", title="Pause or stop", expires_after_days=5)
def stopping(talk: Talk) -> None:
    """Pause the check-ins until a day, stop for good, or go on."""
    stop = talk.choice(
        "stop",
        "What would you like? Pause: no check-ins until a day you choose. Stop for good: I do not write to you any "
        "more. Urgent help works in both cases.",
        {"pause": "Pause until a day", "stop": "Stop for good", "go_on": "Go on as before"}, stacked=True,
    )  # fmt: skip
    with talk.when(stop.is_("pause")):
        talk.date("until", "Until which day? Write it like {day_ahead}.")


@conversation("exporting", title="My data", expires_after_days=2)
def exporting(talk: Talk) -> None:
    """A second confirmation, because whoever holds the phone could read the file."""
    talk.yes_no(
        "export",
        "I can send you a file with everything that is kept about you, here in this chat. "
        "Anyone who can open this chat can then read it. Shall I send it?",
        locked=True,
    )


@conversation("forgetting", title="Delete my data", expires_after_days=2)
def forgetting(talk: Talk) -> None:
    """A second confirmation that says what happens."""
    talk.choice(
        "forget",
        "I would stop writing at once and delete what you told me. This cannot be undone. If a safety case about you "
        "is open, only that is kept, and I tell you why and until when. Delete everything?",
        {"forget": "Delete everything", "keep": "Keep my data"}, stacked=True, locked=True,
    )  # fmt: skip

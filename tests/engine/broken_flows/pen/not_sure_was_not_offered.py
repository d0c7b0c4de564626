"""step 'safe' does not offer 'not sure': write yes_no(..., not_sure=True)"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Do you feel safe?")
    talk.flag("unsure", safe.is_not_sure, severity="attention", topic="safety")

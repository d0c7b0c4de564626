"""broken.unsafe: a flag needs a topic: a case is opened under it"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Do you feel safe?")
    talk.flag("unsafe", safe.is_no, severity="urgent", topic="")

"""broken.unsafe: a flag of severity none tells nobody: use info, attention, urgent or emergency, or remove it"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Do you feel safe?")
    talk.flag("unsafe", safe.is_no, severity="none", topic="safety")

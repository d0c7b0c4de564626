"""flag 'unsafe' compares answers with 0 numbers, so none can be moved: leave tunable out"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Are you safe?")
    talk.flag("unsafe", safe.is_no, severity="attention", topic="safety", tunable=(1, 3))

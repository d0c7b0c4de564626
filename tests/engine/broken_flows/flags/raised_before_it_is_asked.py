"""broken.unsafe: this flag is raised before 'safe' is asked, and an answer would have held it back: add `&
safe.is_given`
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Do you feel safe?")
    talk.flag("unsafe", ~safe.is_yes, severity="urgent", topic="safety")

"""broken.again: no answers ever lead here: 'now = no and not (heard urgent)' is never true; loosen the condition or
remove the step
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    with talk.when(talk.heard("urgent")):
        now = talk.yes_no("now", "Shall we look at it now?")
    with talk.when(now.is_no & ~talk.heard("urgent")):
        talk.say("again", "All is well, then.")

"""broken.all_well: no answers ever lead here: 'safe = no and not (heard attention)' is never true; loosen the
condition or remove the step
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Do you feel safe?")
    with talk.when(safe.is_no & ~talk.heard("attention")):
        talk.say("all_well", "All is well.")
    talk.flag("unsafe", safe.is_no, severity="urgent", topic="safety")

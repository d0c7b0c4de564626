"""broken.help: no answers ever lead here: 'safe = yes and help_now = yes' is never true; loosen the condition or
remove the step
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Do you feel safe?")
    with talk.when(safe.is_no):
        help_now = talk.yes_no("help_now", "Do you want help now?")
    with talk.when(safe.is_yes & help_now.is_yes):
        talk.say("help", "Help is coming.")

"""two items are called 'safe': give each an id of its own"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.yes_no("safe", "Do you feel safe?")
    talk.say("safe", "Thank you.")

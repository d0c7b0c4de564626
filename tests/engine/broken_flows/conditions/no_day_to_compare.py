"""broken.soon: 'hours' is a number question and comes on no day: only a date can"""

from flows.conditions import Within
from flows.language import Talk


def script(talk: Talk) -> None:
    talk.number("hours", "How many hours did you work?", lowest=0, highest=100)
    with talk.when(Within("hours", 14)):
        talk.say("soon", "That is soon.")

"""broken.thanks: 'safe' is a choice question and no words are read in it: only a text says something"""

from flows.conditions import Says
from flows.language import Talk


def script(talk: Talk) -> None:
    talk.choice("safe", "Do you feel safe?", {"yes": "Yes", "no": "No"})
    with talk.when(Says("safe", "date")):
        talk.say("thanks", "Thank you.")

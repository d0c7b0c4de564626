"""broken.thanks: tests the answer to 'mood', and no question has this id: use one of safe"""

from flows.conditions import Test
from flows.language import Talk


def script(talk: Talk) -> None:
    talk.yes_no("safe", "Do you feel safe?")
    with talk.when(Test("answer", "mood", "answered")):
        talk.say("thanks", "Thank you.")

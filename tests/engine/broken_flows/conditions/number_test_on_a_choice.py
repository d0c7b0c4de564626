"""broken.sorry: tests 'safe ≤ 2', but 'safe' is a choice question: use is or among"""

from flows.conditions import Test
from flows.language import Talk


def script(talk: Talk) -> None:
    talk.choice("safe", "Do you feel safe?", {"yes": "Yes", "no": "No"})
    with talk.when(Test("answer", "safe", "at_most", 2)):
        talk.say("sorry", "I am sorry to hear that.")

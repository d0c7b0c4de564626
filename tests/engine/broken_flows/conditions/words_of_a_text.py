"""broken.thanks: tests 'tell = no', but 'tell' is a text question: test only whether it was answered"""

from flows.conditions import Test
from flows.language import Talk


def script(talk: Talk) -> None:
    talk.text("tell", "Anything else?", limit=300)
    with talk.when(Test("answer", "tell", "is", "no")):
        talk.say("thanks", "Thank you.")

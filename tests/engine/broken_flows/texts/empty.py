"""broken.thanks: a text is empty: write what people read"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.say("thanks", " ")

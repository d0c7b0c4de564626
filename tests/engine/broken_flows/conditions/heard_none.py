"""broken.good: 'heard none' is always true: name a severity, or write it outside the branch"""

from flows.language import Talk


def script(talk: Talk) -> None:
    with talk.when(talk.heard("none")):
        talk.say("good", "Good.")

"""no fact is called 'has_dog': use one of {facts}"""

from flows.language import Talk


def script(talk: Talk) -> None:
    with talk.when(talk.fact("has_dog").is_true):
        talk.say("dog", "Good dog.")

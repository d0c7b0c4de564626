"""nobody reads 'mood' in words: use one of date, result, observer, hours"""

from flows.language import Talk


def script(talk: Talk) -> None:
    tell = talk.text("tell", "Anything else?", limit=300)
    with talk.when(tell.lacks("mood")):
        talk.say("thanks", "Thank you.")

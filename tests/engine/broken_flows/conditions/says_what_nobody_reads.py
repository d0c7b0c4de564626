"""broken.thanks: nobody reads 'mood' in words: use one of date, result, observer, hours"""

from flows.conditions import Says
from flows.language import Talk


def script(talk: Talk) -> None:
    talk.text("tell", "Anything else?", limit=300)
    with talk.when(Says("tell", "mood")):
        talk.say("thanks", "Thank you.")

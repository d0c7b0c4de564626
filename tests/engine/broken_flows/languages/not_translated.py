"""broken.thanks: no nb text for 'broken.thanks': translate 'Thank you.'"""

from flows.language import Talk

NORWEGIAN = {"flow.broken": "Ødelagt"}


def script(talk: Talk) -> None:
    talk.say("thanks", "Thank you.")

"""broken.thanks: the nb text of 'broken.thanks' has {host}, the English {name}: use the same placeholders"""

from flows.language import Talk

NORWEGIAN = {"flow.broken": "Ødelagt", "broken.thanks": "Takk, {host}."}


def script(talk: Talk) -> None:
    talk.say("thanks", "Thank you, {name}.")

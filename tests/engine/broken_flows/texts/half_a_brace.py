"""broken.thanks: 'Thank you, {name.'… has a brace without its other half: write {placeholder}, or {{ for a brace"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.say("thanks", "Thank you, {name.")

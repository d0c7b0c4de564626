"""broken.thanks: 'Thank you, {name:>10}.'… has braces that are no placeholder: write only a name between them"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.say("thanks", "Thank you, {name:>10}.")

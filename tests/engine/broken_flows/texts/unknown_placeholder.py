"""broken.thanks: nothing fills the placeholder {nickname}: use one of host, name"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.say("thanks", "Thank you, {nickname}.")

"""broken: it neither says nor asks anything: write at least one talk.say(...)"""

from flows.language import Talk


def script(talk: Talk) -> None:
    del talk

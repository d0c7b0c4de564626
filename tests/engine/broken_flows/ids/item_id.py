"""broken.Hello: an item's id matches [a-z][a-z0-9_]{0,23}: rename it"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.say("Hello", "Hello.")

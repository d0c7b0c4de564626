"""broken.tell: a text needs a limit in characters: write limit=300"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.text("tell", "Anything else?", limit=0)

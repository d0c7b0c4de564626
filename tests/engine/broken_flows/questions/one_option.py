"""broken.safe: a question with 1 option(s) leaves nothing to choose: give at least two"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.choice("safe", "Do you feel safe?", {"yes": "Yes"})

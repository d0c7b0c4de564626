"""broken.safe: 2 options read 'yes': a typed answer must fit one of them"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.choice("safe", "Do you feel safe?", {"yes": "Yes", "yes_indeed": "yes"})

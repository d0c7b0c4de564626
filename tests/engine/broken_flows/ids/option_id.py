"""broken.safe: the option id 'not always' does not match [a-z0-9_:]{1,20}: rename it"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.choice("safe", "Do you feel safe?", {"yes": "Yes", "not always": "Not always"})

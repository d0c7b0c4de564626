"""broken.safe: 'Do you feel safe? Do you feel '… has 360 characters and 300 fit: shorten it or say it in two
messages
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.yes_no("safe", "Do you feel safe? " * 20)

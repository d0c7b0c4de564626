"""broken.hours: no number lies from 40 to 1: set lowest below highest"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.number("hours", "How many hours?", lowest=40, highest=1)

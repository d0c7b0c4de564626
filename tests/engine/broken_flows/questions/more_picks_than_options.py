"""broken.ways: at most 3 of 2 options cannot be picked: set at_most from 1 to 2"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.many("ways", "What is in the way?", {"pay": "Pay", "work": "Work"}, at_most=3)

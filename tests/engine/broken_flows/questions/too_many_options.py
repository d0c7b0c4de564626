"""broken.day: 31 options do not fit under one message: keep to 20"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.choice("day", "Which day?", {f"day_{number}": f"Day {number}" for number in range(1, 32)})

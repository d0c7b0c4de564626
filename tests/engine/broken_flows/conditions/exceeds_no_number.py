"""broken.too_much: the fact 'has_goal' is no number: name one that is"""

from flows.language import Talk


def script(talk: Talk) -> None:
    hours = talk.number("hours", "How many hours did you work?", lowest=0, highest=100)
    talk.flag("too_much", hours.exceeds(talk.fact("has_goal")), severity="attention", topic="workload")

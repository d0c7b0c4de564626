"""offered names 'three', which is no option: use one of one, two"""

from flows.language import Talk


def script(talk: Talk) -> None:
    has_goal = talk.fact("has_goal").is_true
    talk.choice("which", "Which one?", {"one": "One", "two": "Two"}, offered={"three": has_goal})

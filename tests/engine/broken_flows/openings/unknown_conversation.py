"""broken.open_goals: opens 'goals', which does not exist: use one of broken, urgent, or write it inside `with
talk.when(talk.fact("conversations").includes('goals'))`
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.say("next", "Let us look at your goals.")
    talk.opens("open_goals", "goals")

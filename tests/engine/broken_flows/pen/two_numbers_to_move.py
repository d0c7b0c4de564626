"""flag 'low' compares answers with 2 numbers, so none can be moved: leave tunable out"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Bad", high="Good")
    help_ = talk.scale("help", "Do you get help?", low="Never", high="Always")
    talk.flag("low", mood.at_most(2) | help_.at_most(1), severity="attention", topic="wellbeing", tunable=(1, 3))

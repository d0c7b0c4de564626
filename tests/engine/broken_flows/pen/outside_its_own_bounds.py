"""flag 'low' stands at 2, outside its own bounds: mend tunable=(3, 4)"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Bad", high="Good")
    talk.flag("low", mood.at_most(2), severity="attention", topic="wellbeing", tunable=(3, 4))

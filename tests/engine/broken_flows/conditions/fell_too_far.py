"""broken.fell: 'mood' cannot fall by 5: use 1 to 4"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    talk.flag("fell", mood.fell_since(talk.fact("previous_mood"), 5), severity="attention", topic="wellbeing")

"""broken.fell: the fact 'has_mentor' is no number: name one that holds an earlier answer"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    talk.flag("fell", mood.fell_since(talk.fact("has_mentor"), 1), severity="attention", topic="wellbeing")

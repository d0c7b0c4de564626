"""broken.mood: a scale needs words at both ends: write low=... and high=..."""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.scale("mood", "How are you?", low="Very bad", high="")

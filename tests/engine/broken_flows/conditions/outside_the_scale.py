"""broken.good: compares 'mood' with 7, but its answers go from 1 to 5: use a number between them"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    with talk.when(mood.at_least(7)):
        talk.say("good", "Good.")

"""the answer to 'mood' cannot be tested with `if` while the script is written: use `with talk.when(mood.…)`"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    if mood:
        talk.say("good", "Good.")

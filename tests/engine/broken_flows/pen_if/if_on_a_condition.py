"""an answer cannot be tested with `if`, `and`, `or` or `not` while the script is written: use `with
talk.when(...)`, `&`, `|` and `~`
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    if mood.at_least(4):
        talk.say("good", "Good.")

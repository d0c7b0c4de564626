"""broken.why: no answers ever lead here: 'mood ≤ 2 and mood ≥ 4' is never true; loosen the condition or remove
the step
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    with talk.when(mood.at_most(2)), talk.when(mood.at_least(4)):
        why = talk.yes_no("why", "Do you know why?")
        with talk.when(why.is_yes):
            talk.text("reason", "Why?", limit=300)

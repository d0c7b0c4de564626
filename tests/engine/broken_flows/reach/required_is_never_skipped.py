"""broken.later: no answers ever lead here: 'not (consent answered)' is never true; loosen the condition or
remove the step
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    consent = talk.choice("consent", "Do you agree?", {"yes": "Yes", "no": "No"}, required=True)
    with talk.when(~consent.is_given):
        talk.say("later", "You can agree later.")

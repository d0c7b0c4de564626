"""step 'safe' has no option 'never': use one of yes, no"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.choice("safe", "Do you feel safe?", {"yes": "Yes", "no": "No"})
    with talk.when(safe.is_("never")):
        talk.say("sorry", "I am sorry to hear that.")

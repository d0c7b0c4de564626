"""`talk.when` needs a condition such as mood.at_most(2), not YesNoAnswer"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Do you feel safe?")
    with talk.when(safe):  # type: ignore[arg-type]  # the mistake that is shown
        talk.say("good", "Good.")

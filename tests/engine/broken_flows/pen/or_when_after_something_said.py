"""`talk.or_when` stands where no `talk.when` came before it"""

from flows.language import Talk


def script(talk: Talk) -> None:
    safe = talk.yes_no("safe", "Do you feel safe?")
    with talk.when(safe.is_yes):
        talk.say("good", "Good.")
    talk.say("thanks", "Thank you.")
    with talk.or_when(safe.is_no):
        talk.say("sorry", "I am sorry to hear that.")

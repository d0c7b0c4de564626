"""`talk.otherwise` stands where no `talk.when` came before it"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.yes_no("safe", "Do you feel safe?")
    with talk.otherwise():
        talk.say("sorry", "I am sorry to hear that.")

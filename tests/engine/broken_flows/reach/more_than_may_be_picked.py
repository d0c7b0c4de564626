"""broken.everything: no answers ever lead here: 'ways includes pay and ways includes work and ways includes
home' is never true; loosen the condition or remove the step
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    options = {"pay": "Pay", "work": "Work", "home": "Home"}
    ways = talk.many("ways", "What is in the way? Choose up to two.", options, at_most=2)
    with talk.when(ways.includes("pay") & ways.includes("work") & ways.includes("home")):
        talk.say("everything", "That is a lot.")

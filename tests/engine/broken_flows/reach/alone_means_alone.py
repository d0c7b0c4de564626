"""broken.both: no answers ever lead here: 'ways includes pay and ways includes nothing' is never true; loosen
the condition or remove the step
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    ways = talk.many("ways", "In the way?", {"pay": "Pay", "work": "Work", "nothing": "Nothing"}, alone=("nothing",))
    with talk.when(ways.includes("pay") & ways.includes("nothing")):
        talk.say("both", "Pay, and nothing.")

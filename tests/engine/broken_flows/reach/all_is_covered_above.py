"""broken.who_knows: no answers ever lead here: 'not (has_mentor = True or not (has_mentor = True))' is never
true; loosen the condition or remove the step
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mentor = talk.fact("has_mentor").is_true
    with talk.when(mentor):
        talk.say("mentor", "You have a mentor.")
    with talk.or_when(~mentor):
        talk.say("no_mentor", "You have no mentor yet.")
    with talk.otherwise():
        talk.say("who_knows", "Perhaps you have a mentor.")

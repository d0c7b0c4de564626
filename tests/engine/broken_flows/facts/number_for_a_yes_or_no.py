"""broken.mentor: tests 'has_mentor = 1', but this fact is one of: False, True"""

from flows.language import Talk


def script(talk: Talk) -> None:
    with talk.when(talk.fact("has_mentor").is_(1)):
        talk.say("mentor", "You have a mentor.")

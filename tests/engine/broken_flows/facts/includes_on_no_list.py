"""broken.mentor: tests 'has_mentor includes yes', but this fact is no list"""

from flows.language import Talk


def script(talk: Talk) -> None:
    with talk.when(talk.fact("has_mentor").includes("yes")):
        talk.say("mentor", "You have a mentor.")

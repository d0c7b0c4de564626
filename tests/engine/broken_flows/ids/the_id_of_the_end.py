"""broken.ended: 'ended' is where a conversation is when it is over: rename the step"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.date("ended", "When did it end?")

"""broken.welcome: 'You are very welcome. You are '… has 1100 characters and 1000 fit: shorten it or say it in
two messages
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.say("welcome", "You are very welcome. " * 50)

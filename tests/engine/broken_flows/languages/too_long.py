"""broken.day: in nb: 'Hvilken dag passer best for de'… has 330 characters and 300 fit: shorten it or say it in
two messages
"""

from flows.language import Talk

NORWEGIAN = {"flow.broken": "Ødelagt", "broken.day": "Hvilken dag passer best for deg? " * 10}


def script(talk: Talk) -> None:
    talk.date("day", "Which day?")

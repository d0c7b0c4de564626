"""the fact 'has_mentor' cannot be tested with `if` while the script is written: use `with
talk.when(talk.fact('has_mentor').…)`
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    if talk.fact("has_mentor"):
        talk.say("mentor", "You have a mentor.")

"""broken.ways: alone names 'none', which is no option: use one of pay, nothing"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.many("ways", "What is in the way?", {"pay": "Pay", "nothing": "Nothing"}, alone=("none",))

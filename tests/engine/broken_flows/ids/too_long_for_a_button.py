"""broken.how_safe_do_you_feel_at_work: an item's id matches [a-z][a-z0-9_]{0,23}: rename it

broken.how_safe_do_you_feel_at_work: the option id 'not_always_but_mostly_yes' does not match
[a-z0-9_:]{1,20}: rename it

broken.how_safe_do_you_feel_at_work: a button would carry
'a|zzzzzzzz|how_safe_do_you_feel_at_work|not_always_but_mostly_yes', more than 64 bytes: shorten the step's or
option's id
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    talk.choice("how_safe_do_you_feel_at_work", "Safe?", {"yes": "Yes", "not_always_but_mostly_yes": "Mostly"})

"""broken.unsafe: step 'safe' has no option 'not_always': use one of yes, no"""

from flows.conditions import Test
from flows.language import Talk


def script(talk: Talk) -> None:
    talk.choice("safe", "Do you feel safe?", {"yes": "Yes", "no": "No"})
    talk.flag("unsafe", Test("answer", "safe", "among", ("no", "not_always")), severity="urgent", topic="safety")

"""broken.thanks: no answers ever lead here: 'not (has_goal = True) and which = two' is never true; loosen the condition
or remove the step"""

from flows.language import Talk


def script(talk: Talk) -> None:
    has_goal = talk.fact("has_goal").is_true
    which = talk.choice("which", "Which one?", {"one": "One", "two": "Two", "no": "No"}, offered={"two": has_goal})
    with talk.when(~has_goal & which.is_("two")):
        talk.say("thanks", "Thank you.")

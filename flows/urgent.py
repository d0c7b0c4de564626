"""Urgent help: one tap or word from anywhere, and it never asks what happened.

A person is told as soon as this opens (`asked_urgent`). Steps, by the numbers of the content design: `card` or
`card_again` URG.card, `danger` URG.1, `move` URG.2 with `phone`, `need` URG.3, `reach` URG.O, `mistake` URG.X.
The status that follows (seen, nobody yet) are the notices `urgent.*`. Severity is only raised: pressing by mistake
leaves the case for a person to look at and close.

The texts keep to the safe-messaging rules of the design: numbers first, no question about what, how or why, no promise
asked for, no diagnosis, nothing that ends the talk.
"""

from flows.answers import ChoiceAnswer
from flows.conditions import Condition
from flows.language import Reader, Talk, conversation
from flows.steps import ALWAYS

CARD = (
    "I am an automated assistant, and I want you to be safe. "
    "**If your life or someone else's is in danger, call {emergency} now.** "
    "To talk with a person today: {helpline_1}, {helpline_2}. If someone you trust is near, go to them. "
    "I am telling {role} at {org} now that you may need help. Can you stay with me for one question?"
)
CARD_AGAIN = (
    "I am still here. **If a life is in danger, call {emergency} now.** You can also call {helpline_1}, "
    "or go to someone you trust. {role} at {org} is being told again. One question:"
)
NEEDS = {
    "talk": "Someone to talk to", "doctor": "A doctor", "safe_place": "A safe place",
    "get_away": "To get away from a person", "unsure": "I do not know",
}  # fmt: skip
ROUTES = {
    "talk": "People who listen: {helplines}. Someone you trust, a friend or family, can also be with you.",
    "doctor": "In an emergency call {emergency}. For other medical help: {medical}. "
    "Ask someone you trust to go with you.",
    "safe_place": "Go to a place with other people, or to someone you trust. "
    "If you cannot get there safely, call {police} or {emergency}.",
    "get_away": "Go to a place with other people now, or to someone you trust. "
    "If the person follows or stops you, call {police} or {emergency}.",
    "unsure": "That is all right. You can talk with {helplines} without knowing what you need. "
    "Someone you trust can be with you too.",
}

MISTAKE = "Thank you for saying so. A person will still look briefly, nothing else happens."
STAY_EMERGENCY = (
    "I am still here, and I keep trying {role} every {call_minutes} minutes until somebody answers. "
    "You can keep writing to me. If a life is in danger, call {emergency}. You can also call {helpline_1}."
)
STAY = (
    "I am still here. {role} is told and answers by {deadline}. You can keep writing to me. "
    "If it gets worse, call {emergency} or {helpline_1}, or go to someone you trust."
)


def _open(talk: Talk) -> ChoiceAnswer:
    with talk.when(talk.fact("crisis_card_lately").is_true):
        talk.say("card_again", CARD_AGAIN, locked=True)
    with talk.otherwise():
        talk.say("card", CARD, locked=True)
    talk.flag("asked_urgent", ALWAYS, severity="urgent", topic="safety", restricted=True)
    danger = talk.choice(
        "danger", "Are you in immediate danger right now?",
        {
            "yes": "Yes", "not_sure": "Not sure", "no": "No", "someone": "It is about someone else",
            "mistake": "I pressed by mistake",
        }, stacked=True, locked=True,
    )  # fmt: skip
    for reason in ("yes", "not_sure", "someone"):
        talk.flag(f"danger_{reason}", danger.is_(reason), severity="emergency", topic="safety", restricted=True)
    talk.flag("pressed_by_mistake", danger.is_("mistake"), severity="info", topic="safety", restricted=True)
    return danger


def _in_danger(talk: Talk) -> None:
    move = talk.choice(
        "move",
        "Please go to where other people are, or ask someone to stay with you, and move away from anything you could "
        "use to hurt yourself. May we call you?",
        {
            "call": "Call me", "write": "Write here", "called": "I called the emergency number", "no": "No",
        }, stacked=True, locked=True, reader=Reader.SAFEGUARDING,
    )  # fmt: skip
    _phone(talk, "phone", move.is_("call"))
    with talk.when(move.is_("no")):
        talk.say("no_call", "That is all right. {role} is being told and can write to you here.", locked=True)


def _someone_else(talk: Talk) -> None:
    reach = talk.choice(
        "reach",
        "Call {emergency} if they are in danger now. Stay with them if you can. How can we reach you?",
        {"call": "Call me", "write": "Write here", "no": "Do not contact me"},
        stacked=True, locked=True, reader=Reader.SAFEGUARDING,
    )  # fmt: skip
    _phone(talk, "reach_phone", reach.is_("call"))


def _phone(talk: Talk, step: str, wanted: Condition) -> None:
    with talk.when(wanted & ~talk.fact("phone_known").is_true):
        talk.text(step, "Please write the number we can call.", limit=40, reader=Reader.SAFEGUARDING)


def _need(talk: Talk) -> None:
    need = talk.choice("need", "What do you need most?", NEEDS, stacked=True, locked=True)
    for answer, route in ROUTES.items():
        with talk.when(need.is_(answer)):
            talk.say(f"for_{answer}", route, locked=True)


@conversation("urgent", title="Urgent help", expires_after_days=2, report=True)
def urgent(talk: Talk) -> None:
    """Show the numbers, tell a person, ask one question, and stay."""
    danger = _open(talk)
    acute = danger.among("yes", "not_sure")
    with talk.when(acute):
        _in_danger(talk)
    with talk.or_when(danger.is_("someone")):
        _someone_else(talk)
    with talk.when(~danger.among("someone", "mistake")):
        _need(talk)
    with talk.when(danger.is_("mistake")):
        talk.say("mistake", MISTAKE, locked=True)
    with talk.or_when(acute | danger.is_("someone")):
        talk.say("stay_emergency", STAY_EMERGENCY, locked=True)
    with talk.otherwise():
        talk.say("stay", STAY, locked=True)

"""Housing: nowhere to sleep tonight comes first, then the search, and a card against fraud.

Steps: `home` LOG.H1, `home_now` with `reach_phone` for tonight, `home_by`, `home_where` and `home_budget` H2,
`home_pay_first` H3. Whoever has nowhere to sleep is asked only where she is and how to call her: whoever is on call is
paged, and the police are not told.
"""

from flows.answers import ChoiceAnswer
from flows.blocks import number_to_call
from flows.conditions import Condition
from flows.language import Reader, Talk

HOME = {
    "have": "I have a place", "looking": "I am looking", "leave_soon": "I must leave soon",
    "tonight": "Nowhere to sleep tonight", "fraud": "It may be fraud",
}  # fmt: skip
TONIGHT = (
    "I am an automated assistant, so I bring a person: {role} is being told now that you need a place to sleep "
    "tonight. I do not tell the police. Until then go where other people are, or to someone you trust, a friend or "
    "family. To talk with someone now: {helplines_open}. If you are in danger, call {emergency}."
)
FRAUD = (
    "Please do not pay now. (1) See the place, or see it live on video, before you pay. (2) Ask for a written lease, "
    "and check that the name is the owner's. (3) Never pay a stranger with gift cards, crypto or a transfer. "
    "If you have paid already, call your bank today and keep all messages. You can report it to the police: {police}."
)
ADVICE = (
    "When you look for a place: (1) See it, or see it live on video with today's date, before you pay. "
    "(2) Ask for a written lease, and check that the name is the owner's. (3) Never pay a stranger with gift cards, "
    "crypto or a transfer. A price far below others is a warning. You can also ask {student_service} about rooms."
)


def housing(talk: Talk) -> Condition:
    """Ask where she is with housing; answers whether she has nowhere to sleep tonight."""
    home = talk.choice("home", "Where are you with housing?", HOME, stacked=True, reader=Reader.COORDINATOR)
    tonight = home.is_("tonight")
    talk.flag("nowhere_tonight", tonight, severity="emergency", topic="practical")
    talk.flag("must_leave_soon", home.is_("leave_soon"), severity="urgent", topic="practical")
    talk.flag("housing_fraud", home.is_("fraud"), severity="urgent", topic="practical")
    with talk.when(tonight):
        talk.say("tonight_help", TONIGHT, locked=True)
        talk.text("home_now", "Which town or area are you in now? (optional)", limit=80, reader=Reader.COORDINATOR)
        number_to_call(talk, reader=Reader.COORDINATOR, step="reach_phone")
    with talk.otherwise():
        _search(talk, home)
    return tonight


def _search(talk: Talk, home: ChoiceAnswer) -> None:
    with talk.when(home.among("looking", "leave_soon", "fraud")):
        talk.date("home_by", "By when do you need a place? Write a day, or skip this.")
        talk.text("home_where", "In which town or area? (optional)", limit=80, reader=Reader.COORDINATOR)
        talk.number("home_budget", "How much can you pay a month? Write a number.", lowest=0, highest=999_999)
    pay_first = talk.yes_no("home_pay_first", "Has anyone asked you to pay before you saw the place or signed?")
    with talk.when(home.is_("fraud") | pay_first.is_yes):
        talk.say("fraud_card", FRAUD)


def housing_advice(talk: Talk) -> None:
    """What to look at before a place is paid for."""
    talk.say("advice_housing", ADVICE)

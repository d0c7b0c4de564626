"""After a meeting: did it happen, what is taken away, who does what until when, and was it worth the time.

Steps of `meeting_after`: `happened` MTG.7 with `new_day` and `new_time`, `takeaway` 8, up to three times `what_1`,
`who_1` and `when_1` of 9, `worth` 11 with `rematch` where it was low twice. Steps of `meeting_confirm`, to the mentor:
`happened` where the mentee has not answered, `agree` and `add` 10.
"""

from flows.answers import ChoiceAnswer
from flows.closings import unless_serious
from flows.conditions import Condition
from flows.language import Talk, conversation

MOST_ACTIONS = 3
OWNERS = {"me": "I do", "mentor": "My mentor"}
LOW = 2
SENT = (
    "Summary sent to you both: {partner} gets it with the next weekly message. (1) Put your action items in the "
    "calendar now; (2) one line of thanks keeps mentors going; (3) write the next question down while it is fresh."
)


def _happened(talk: Talk, text: str) -> ChoiceAnswer:
    happened = talk.choice(
        "happened", text,
        {"yes": "Yes", "not_yet": "Not yet, it is on another day", "moved": "It was moved, no new time yet",
         "no": "It did not happen"}, stacked=True,
    )  # fmt: skip
    with talk.when(happened.is_("not_yet")):
        day = talk.date("new_day", "On which day is it? Write it, such as {day_ahead}.")
    with talk.when(happened.is_("not_yet") & day.is_given):
        talk.time("new_time", "At what time, on your own clock? If you skip this, the time of day stays.")
    return happened


def _actions(talk: Talk) -> None:
    talk.say("items", "Now what you two will do; {partner} reads it too. At most three things: what, who, by when.")
    given = talk.text("what_1", "What is the first thing? (optional)", limit=120).is_given
    for place in range(1, MOST_ACTIONS + 1):
        with talk.when(given):
            talk.choice(f"who_{place}", "Who does it?", OWNERS)
            talk.date(f"when_{place}", "Until when? Write a day, such as {day_ahead}.")
            if place < MOST_ACTIONS:
                following = talk.text(f"what_{place + 1}", "What else? (optional)", limit=120).is_given
        given = given & following


def _worth(talk: Talk) -> Condition:
    """Whether it was worth the time; answers whether she would like another mentor."""
    worth = talk.scale("worth", "Was it worth your time? Only you see this answer.", low="not at all", high="very much")
    with talk.when(worth.at_most(LOW) & talk.fact("worth_low_before").is_true):
        rematch = talk.yes_no(
            "rematch",
            "That is twice now. Would you like another mentor? With a yes, {coordinator} hears that you would like "
            "somebody else, and nothing more. {partner} hears that it is over, not why. With a no, nobody hears of it.",
        )  # fmt: skip
    return rematch.is_yes


@conversation("meeting_after", title="After your meeting", expires_after_days=13, about="mentorship")
def meeting_after(talk: Talk) -> None:
    """The mentee says how it was."""
    happened = _happened(talk, "You were to meet {partner} on {meeting_when}. Did it happen?")
    with talk.when(happened.is_("yes")):
        talk.text("takeaway", "What is the main thing you take away? {partner} reads it too. (optional)", limit=300)
        _actions(talk)
        parts = _worth(talk)
        with unless_serious(talk), talk.when(~parts):
            talk.say("closing", SENT)
    with talk.when(happened.is_("no")):
        talk.say("noted", "Thank you for saying so. That happens, and it is nobody's fault.")


@conversation("meeting_confirm", title="Your last meeting", expires_after_days=14, about="mentorship")
def meeting_confirm(talk: Talk) -> None:
    """The mentor reads the summary and may add to it; where there is none, whether it happened comes first."""
    held = talk.fact("meeting_held").is_true
    with talk.when(~held):
        happened = _happened(talk, "You were to meet {partner} on {meeting_when}. Did it happen?")
        with talk.when(happened.is_("yes")):
            talk.say("noted", "Thank you. It is noted as held.")
    with talk.when(held):
        talk.say("summary", "{partner} wrote this after your meeting on {meeting_when}:\n{summary}")
        agree = talk.choice("agree", "Do you agree with it?", {"yes": "Yes", "edit": "I want to add something"})
        with talk.when(agree.is_("edit")):
            talk.text("add", "What do you want to add or change? {partner} reads it.", limit=300)
        with unless_serious(talk), talk.when(agree.is_given):
            talk.say("thanks", "Thank you. If something is for you to do, I remind you of it.")

"""Getting started: consent first, then what we agree on before the first check-in. Five to six minutes, can be split.

Steps, by the numbers of the content design: `hello` ONB.1, `language` 2, `consent` and `consent_again` 3 (with
`person_instead` after a no), `placement_ok` and `placement_wrong` 4, `agreement` 5, `pay` 6, `hopes` 7, `expected` 8,
`fixed_time` 9, `adjustments` and `adjustments_text` 10, `rhythm weekday hour` 11, `emergency_contact` 12, `numbers` 13.

Acted on by whoever holds the talk: `language` changes the language at once; `consent` or `consent_again` = `agree` is
stored with its script revision, `no` (flag `declined`) ends everything else; `hopes` become draft goals;
`fixed_time` = `not_yet` is asked again on day 7; `rhythm`, `weekday` and `hour` (`HH:MM`, her own zone) are the
schedule, by default every second Thursday at 15:00; `emergency_contact` is for break-glass only.
"""

from flows.blocks import offer
from flows.closings import unless_serious
from flows.conditions import Condition
from flows.language import Reader, Talk, conversation
from flows.notices.privacy import IN_FULL, IN_SHORT
from flows.small_talks import LANGUAGES

WEEKDAYS = {
    "monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday", "thursday": "Thursday", "friday": "Friday",
}  # fmt: skip
CLOSING = (
    "You are set. First check-in {next_checkin}. Three things that help in week one: "
    "(1) ask your supervisor what a good first two weeks look like; "
    "(2) book a fixed 15 minutes for questions; "
    "(3) write down every *why* you wonder about and ask one a day. Good workplaces like it."
)


def _consent(talk: Talk) -> Condition:
    """Ask for consent, once more after the whole text; answers whether she agreed."""
    talk.say("privacy", IN_SHORT, locked=True)
    consent = talk.choice(
        "consent", "Do you agree to start?", {"agree": "I agree", "more": "Tell me more", "no": "No thanks"},
        required=True, locked=True,
    )  # fmt: skip
    with talk.when(consent.is_("more")):
        for part, text in enumerate(IN_FULL, start=1):
            talk.say(f"privacy_{part}", text, locked=True)
        again = talk.choice(
            "consent_again", "Do you agree to start?", {"agree": "I agree", "no": "No thanks"},
            required=True, locked=True,
        )  # fmt: skip
    declined = consent.is_("no") | again.is_("no")
    talk.flag("declined", declined, severity="info", topic="practical")
    with talk.when(declined):
        _declined(talk)
    return consent.is_("agree") | again.is_("agree")


def _declined(talk: Talk) -> None:
    talk.say(
        "declined_text",
        "That is fine, and it has no consequences for you. You get the same support by e-mail or phone. "
        "{coordinator} only sees that you do not use this chat.",
    )
    person = talk.yes_no("person_instead", "Would you like {coordinator} to contact you another way?")
    talk.flag("contact_instead", person.is_yes, severity="attention", topic="practical")
    talk.say("declined_end", "Thank you for answering. If you change your mind, write /start.")


def _placement(talk: Talk) -> None:
    with talk.when(talk.fact("placement_known").is_true):
        right = talk.choice(
            "placement_ok",
            "Check your placement: {host}, {placement_role}, {starts_on}–{ends_on}, supervisor {supervisor}. Right?",
            {"right": "Right", "wrong": "Something is wrong"},
        )  # fmt: skip
        talk.flag("wrong_placement", right.is_("wrong"), severity="attention", topic="practical")
        with talk.when(right.is_("wrong")):
            talk.text("placement_wrong", "What is wrong?", limit=300, reader=Reader.COORDINATOR)


def _terms(talk: Talk) -> None:
    agreement = talk.yes_no("agreement", "Is there a written agreement you have seen?", not_sure=True)
    soon = talk.fact("starts_within_days").at_most(3)
    talk.flag("no_agreement", (agreement.is_no | agreement.is_not_sure) & soon, severity="attention", topic="practical")
    pay = talk.choice(
        "pay", "Are pay or expenses clear to you?",
        {"paid": "Paid", "unpaid": "Unpaid and agreed", "expenses": "Expenses only", "unclear": "Not clear"},
        stacked=True, reader=Reader.COORDINATOR,
    )  # fmt: skip
    talk.flag("pay_unclear", pay.is_("unclear"), severity="attention", topic="practical")
    with talk.when(pay.is_("unclear")):
        offer(
            talk, "wages", look="Shall we look at your pay now?",
            contact="Shall a person contact you about your pay?", topic="practical",
        )  # fmt: skip


def _expectations(talk: Talk) -> None:
    talk.text("hopes", "Three things you want to get out of this internship?", limit=400, removable=True)
    expected = talk.text("expected", "What do you think the workplace expects from you?", limit=300, removable=True)
    with talk.when(expected.is_given):
        talk.say("talking_points", "Take these points to your first talk with {supervisor}, and ask what to add.")
    fixed = talk.choice(
        "fixed_time", "Is a **fixed time** for your questions in the calendar with your supervisor?",
        {"yes": "Yes", "not_yet": "Not yet", "what": "What is that?"},
    )  # fmt: skip
    with talk.when(fixed.is_("not_yet")):
        talk.say(
            "fixed_time_tip",
            'You can say: "Could we put 15 minutes a week in the calendar for my questions?" I ask again in a week.',
        )
    with talk.when(fixed.is_("what")):
        talk.say(
            "fixed_time_meaning",
            "It is 15 minutes with your supervisor at the same time every week, only for your questions. "
            "Then you do not have to find a good moment.",
        )


def _adjustments(talk: Talk) -> None:
    arrange = talk.choice(
        "adjustments",
        "Is there anything we should arrange for you to work well (access, health, family, faith, language)? "
        "You need not give a reason.",
        {"no": "No", "contact": "Yes, a person contacts me", "write": "Yes, I write it"},
        stacked=True, reader=Reader.SAFEGUARDING,
    )  # fmt: skip
    wanted = arrange.among("contact", "write")
    talk.flag("adjustments_wanted", wanted, severity="attention", topic="wellbeing", restricted=True)
    with talk.when(arrange.is_("write")):
        talk.text("adjustments_text", "What should we arrange?", limit=300, reader=Reader.SAFEGUARDING)


def _schedule(talk: Talk) -> None:
    talk.choice(
        "rhythm", "How often shall I check in with you?",
        {"two_weeks": "Every two weeks", "monthly": "Once a month"}, removable=True,
    )  # fmt: skip
    talk.choice("weekday", "Which day suits you?", WEEKDAYS)
    talk.time(
        "hour", "What time of day? Your time zone is {timezone}. I do not write at night.",
        common=("09:00", "12:00", "15:00", "18:00"),
    )  # fmt: skip


@conversation("onboarding", title="Getting started", expires_after_days=14)
def onboarding(talk: Talk) -> None:
    """Say who we are, ask for consent, and agree on the rest."""
    talk.say(
        "hello",
        "Hello {name}. I am {bot}, an **automated assistant** of {org}. I ask short questions during your internship, "
        "remember your goals and bring you to a person when something is wrong. "
        "I am not a counsellor and nobody watches this chat around the clock.",
    )
    talk.choice("language", "Which language shall we use?", LANGUAGES)
    with talk.when(_consent(talk)):
        _placement(talk)
        _terms(talk)
        _expectations(talk)
        _adjustments(talk)
        talk.room_for("programme_questions")
        _schedule(talk)
        talk.text(
            "emergency_contact",
            "Who should we call if you are in danger and we cannot reach you? (optional)",
            limit=120, reader=Reader.SAFEGUARDING,
        )  # fmt: skip
        talk.say(
            "numbers", "Your local emergency number is {emergency}. **Urgent help** is always in the menu.", locked=True
        )
        with unless_serious(talk):
            talk.say("closing", CLOSING)

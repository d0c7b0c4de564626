"""How she feels: tired, stressed, sad or alone. Not a crisis, and one plain question that finds out when it is one.

Steps, by the numbers of the content design: `feeling` WEL.1, `how_long` 2, `source` 3, `go_on` 4, `around` 5, `contact`
6 with `phone`. Whoever is scared to go to work goes on with the conversation about conflict, whose first question is
about safety; a person is told at once. `go_on` is asked only where somebody is on call and the institution has not
switched it off; whoever would rather not go on comes to urgent help with the next message.

Everything here is about health: safeguarding alone reads it. `wellbeing_after` asks again after three days.
"""

from dataclasses import dataclass

from flows.afterwards import asked_after
from flows.blocks import contact, exists, number_to_call
from flows.closings import what_happens_next
from flows.conditions import Condition
from flows.language import Reader, Talk, conversation

FEELINGS = {
    "tired": "Tired", "stressed": "Stressed", "sad": "Sad", "alone": "Alone", "scared": "Scared to go to work",
    "other": "Something else",
}  # fmt: skip
AROUND = {
    "friend": "A friend", "family": "Family", "mentor": "My mentor", "doctor": "A doctor", "nobody": "Nobody",
}  # fmt: skip
SCARED = (
    "Thank you for telling me. {safeguarding} is told now. Nobody at {host} is told. "
    "Next come a few questions about your safety. If you are in danger, call {emergency}."
)
UNSAID = (
    "That is all right. I am an automated assistant, so I bring a person: {safeguarding} is told now and answers by "
    "{deadline}. To talk with someone now: {helplines_open}, or a friend or someone you trust. "
    "**If your life is in danger, call {emergency} now.**"
)
ADVICE = (
    "Some things that help: (1) One small thing today: food, a walk, or ten minutes with someone you like. "
    "(2) Tell one person at work that you need a slower day. (3) Talk with {student_service}. "
    "Numbers that are open now: {helplines_open}. You can change your answers with /answers."
)


@dataclass(frozen=True)
class _GoOn:
    """What she answered to the plain question."""

    does_not: Condition
    unsaid: Condition


def _feeling(talk: Talk) -> tuple[Condition, Condition]:
    """Ask how she is and since when; answers whether she is scared to go to work, and whether it has lasted."""
    feeling = talk.choice("feeling", "How are you, mostly?", FEELINGS, stacked=True, reader=Reader.SAFEGUARDING)
    scared = feeling.is_("scared")
    talk.flag("scared", scared, severity="urgent", topic="safety", restricted=True)
    with talk.when(~scared | ~exists(talk, "conflict")):
        how_long = talk.choice(
            "how_long", "How long has it been like this?", {"days": "Days", "weeks": "Weeks", "months": "Months"},
            reader=Reader.SAFEGUARDING,
        )  # fmt: skip
        lasting = how_long.among("weeks", "months")
        talk.flag("lasting", lasting, severity="attention", topic="wellbeing", restricted=True)
    return scared, lasting


def _go_on(talk: Talk) -> _GoOn:
    """The one direct question. It is never guessed, and an answer needs no reason."""
    with talk.when(talk.fact("on_call").is_true & talk.fact("direct_question").is_true):
        go_on = talk.choice(
            "go_on", "Do you ever feel you do not want to go on? You can answer without explaining.",
            {"no": "No", "sometimes": "Sometimes", "yes": "Yes", "unsaid": "Rather not say"},
            stacked=True, locked=True, reader=Reader.SAFEGUARDING,
        )  # fmt: skip
        does_not, unsaid = go_on.among("sometimes", "yes"), go_on.is_("unsaid")
        talk.flag("not_go_on", does_not, severity="emergency", topic="safety", restricted=True)
        talk.flag("go_on_unsaid", unsaid, severity="urgent", topic="safety", restricted=True)
        with talk.when(does_not):
            talk.opens("urgent_help", "urgent")
        with talk.when(unsaid):
            talk.say("unsaid", UNSAID, locked=True)
    return _GoOn(does_not, unsaid)


def _around(talk: Talk) -> None:
    around = talk.many("around", "Who do you have around you? Choose all that fit.", AROUND, alone=("nobody",))
    talk.flag("nobody_around", around.includes("nobody"), severity="attention", topic="wellbeing", restricted=True)
    chosen = contact(
        talk, "Shall a person contact you?", reader=Reader.SAFEGUARDING, topic="wellbeing", restricted=True
    )  # fmt: skip
    with talk.when(chosen.is_("call")):
        number_to_call(talk, reader=Reader.SAFEGUARDING)
    with talk.when(~chosen.is_("urgent")):
        what_happens_next(talk, restricted=True)
        with talk.when(~talk.heard("emergency")):
            talk.say("advice", ADVICE)


@conversation("wellbeing", title="How I feel", expires_after_days=5, report=True)
def wellbeing(talk: Talk) -> None:
    """Ask how she is, ask the direct question where people stand behind it, and leave her with numbers and a person."""
    scared, lasting = _feeling(talk)
    with talk.when(scared & exists(talk, "conflict")):
        talk.say("scared_next", SCARED, locked=True)
        talk.opens("scared_conflict", "conflict")
    with talk.otherwise():
        talk.choice(
            "source", "Is it about work, about life outside work, or both?",
            {"work": "Work", "outside": "Life outside work", "both": "Both"}, reader=Reader.SAFEGUARDING,
        )  # fmt: skip
        go_on = _go_on(talk)
        with talk.when(lasting | go_on.does_not | go_on.unsaid):
            talk.opens("in_three_days", "wellbeing_after", after_days=3)
        with talk.when(~go_on.does_not):
            _around(talk)


wellbeing_after = asked_after("wellbeing", topic="wellbeing", restricted=True)

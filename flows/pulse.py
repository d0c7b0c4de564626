"""The one-tap pulse: one short question and no more.

`pulse` comes after two check-ins in a row that were not answered, `halfway` two weeks after a monthly check-in for
whoever said yes to it (MON.11). Step `how`: `fine`, `not_good` or `contact`. Whoever is not so good is offered the
conversation about how she feels, and where that does not exist yet, a person.
"""

from flows.blocks import offer
from flows.closings import unless_serious
from flows.language import Talk, conversation


def _one_tap(talk: Talk, text: str) -> None:
    """Ask once; what is not fine is for a person to look at."""
    how = talk.choice(
        "how", text, {"fine": "All fine", "not_good": "Not so good", "contact": "Please contact me"}, stacked=True
    )
    talk.flag("pulse_not_good", how.is_("not_good"), severity="attention", topic="wellbeing")
    talk.flag("pulse_contact", how.is_("contact"), severity="attention", topic="wellbeing")
    with talk.when(how.is_("not_good")):
        person = offer(talk, "wellbeing", look="Shall we talk about how you feel now?", topic="wellbeing")
    with unless_serious(talk):
        with talk.when(how.is_("fine")):
            talk.say("closing_fine", "Good to hear, {name}. Thank you. Next check-in {next_checkin}.")
        with talk.or_when(how.is_("contact") | person):
            talk.say(
                "closing_contact",
                "Thank you for saying so. {coordinator} will read this by {deadline} and contact you. "
                "To talk with someone today: {helplines}.",
            )
        with talk.or_when(how.is_("not_good")):
            talk.say(
                "closing_not_good",
                "Thank you for saying so. {coordinator} will read this by {deadline}. "
                "To talk with someone today: {helplines}.",
            )


@conversation("pulse", title="How are you?", expires_after_days=5)
def pulse(talk: Talk) -> None:
    """After a silence."""
    _one_tap(talk, "Hi {name}. I have not heard from you for a while. How are you? One tap is enough.")


@conversation("halfway", title="Between two check-ins", expires_after_days=5)
def halfway(talk: Talk) -> None:
    """Between two monthly check-ins."""
    _one_tap(talk, "Hi {name}. It is two weeks since your check-in. How are you? One tap is enough.")

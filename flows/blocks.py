"""Passages that several conversations share, as plain functions that take the pen."""

from collections.abc import Mapping

from flows.answers import ChoiceAnswer
from flows.conditions import Condition
from flows.language import Reader, Talk

LOOK_NOW = "Shall we look at it now?"
CONTACT_YOU = "Shall a person contact you?"
WAYS_OF_CONTACT: Mapping[str, str] = {
    "no": "No", "write": "Write to me", "call": "Call me", "urgent": "It is urgent",
}  # fmt: skip


TEAM, TEAM_WHO = "team", "team_who"
"""Steps of `team_involved`, acted on by whoever holds the talk."""
RESTRICTED_TOPICS = ("safety", "wellbeing")
"""Cases about these that she asks a person for are read by safeguarding and the colleague named on the case only."""


def exists(talk: Talk, conversation: str) -> Condition:
    """The conversation is in the catalogue, so it may be offered by name."""
    return talk.fact("conversations").includes(conversation)


def offer(talk: Talk, conversation: str, *, look: str = LOOK_NOW, contact: str = CONTACT_YOU, topic: str) -> Condition:
    """Offer a conversation; where it does not exist yet, offer a person. Answers whether she wants the person."""
    with talk.when(exists(talk, conversation)):
        look_now(talk, conversation, look)
    with talk.otherwise():
        return person(talk, conversation, contact, topic=topic)


def person(talk: Talk, about: str, text: str = CONTACT_YOU, *, topic: str) -> Condition:
    """Ask whether a person should make contact; a yes becomes a case about `topic`. Answers whether she wants it.

    Writes the step `<about>_person` and the flag `<about>_contact`.
    """
    wanted = talk.yes_no(f"{about}_person", text).is_yes
    restricted = topic in RESTRICTED_TOPICS
    talk.flag(f"{about}_contact", wanted, severity="attention", topic=topic, restricted=restricted)
    return wanted


def look_now(talk: Talk, conversation: str, text: str) -> Condition:
    """Ask whether to go on with a conversation that exists, and open it after this one: the step `<id>_now`.

    Answers whether she wants to.
    """
    now = talk.yes_no(f"{conversation}_now", text).is_yes
    with talk.when(now):
        talk.opens(f"open_{conversation}", conversation)
    return now


def raised_when_long(
    talk: Talk, flag: str, condition: Condition, long: Condition, *,
    topic: str, restricted: bool = False, remark: str = "",
) -> None:  # fmt: skip
    """A flag that asks for attention, and is urgent where it has lasted long: the flags `<flag>` and `<flag>_long`."""
    short = condition & ~long
    talk.flag(flag, short, severity="attention", topic=topic, restricted=restricted, remark=remark)
    talk.flag(f"{flag}_long", condition & long, severity="urgent", topic=topic, restricted=restricted, remark=remark)


def duty_to_report(talk: Talk, *, safeguarding: bool) -> None:
    """Before the first free text of a sensitive talk: who reads it, what must be passed on, and who need not."""
    reader = "{safeguarding}" if safeguarding else "{coordinator}"
    talk.say(
        "duty",
        f"What you write here goes to {reader}, not to {{host}}. I cannot promise complete secrecy. "
        "{duty_to_report_notice} If you want a service that does not pass things on: {confidential_contact}.",
        locked=True,
    )


def contact(
    talk: Talk, text: str, *, reader: Reader, step: str = "contact", topic: str = "practical", restricted: bool = False,
) -> ChoiceAnswer:  # fmt: skip
    """Ask whether and how a person should make contact; "it is urgent" opens urgent help.

    Writes the step `contact`, or another, and the flag `wants_<step>`.
    """
    chosen = talk.choice(step, text, WAYS_OF_CONTACT, stacked=True, reader=reader)
    talk.flag(f"wants_{step}", chosen.among("write", "call"), severity="attention", topic=topic, restricted=restricted)
    with talk.when(chosen.is_("urgent")):
        talk.opens(f"{step}_urgent", "urgent")
    return chosen


def number_to_call(talk: Talk, *, reader: Reader, step: str = "phone") -> None:
    """Ask on which number to call her, where nobody knows one: the step `phone`, or `reach_phone` as a second."""
    with talk.when(~talk.fact("phone_known").is_true):
        talk.text(step, "Which number should we call?", limit=40, reader=reader)


def team_involved(talk: Talk) -> None:
    """Ask whether what she reports is about somebody of the team, from whom it is then kept.

    Writes the steps `team` (no, yes, unsaid) and `team_who`. With a yes that names nobody, and where she would rather
    not say, her own coordinator is left out and safeguarding alone reads it.
    """
    involved = talk.choice(
        TEAM,
        "Is it about someone in the support team, such as {coordinator} or {safeguarding}? "
        "Whoever it is about will not see it.",
        {"no": "No", "yes": "Yes", "unsaid": "Rather not say"}, stacked=True,
    )  # fmt: skip
    with talk.when(involved.is_("yes")):
        talk.text(TEAM_WHO, "Who? Write the name. (optional)", limit=120, reader=Reader.SAFEGUARDING)

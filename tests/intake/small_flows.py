"""Conversations of one question in place of the real ones, so that what leads to them is tested apart from them."""

from bot.intake.receive import House
from bot.intake.scripts import Scripts
from flows.catalogue import CATALOGUE
from flows.language import Talk, conversation
from flows.steps import Flow
from tests.intake.chatting import SETTINGS, Chat

NAMES = (
    "workload", "conflict", "wellbeing", "unsafe_work", "wages", "leaving", "logistics", "goals", "culture", "remote",
    "resources", "mentor",
)  # fmt: skip


def small(name: str) -> Flow:
    """A conversation with this id that asks one thing and thanks."""

    @conversation(name, title=f"About {name}", expires_after_days=5)
    def flow(talk: Talk) -> None:
        talk.yes_no("start", f"Shall we talk about {name}?")
        talk.say("thanks", f"That was about {name}.")

    return flow


SMALL = {name: small(name) for name in NAMES}
REAL = {flow.id: flow for flow in CATALOGUE}


class ChatWithAll(Chat):
    """A student of a programme in which every conversation exists."""

    @staticmethod
    def house() -> House:
        """A program that has just started, with the small conversations over the real ones."""
        return House(SETTINGS, Scripts((REAL | SMALL).values()))


class ChatWithFew(Chat):
    """A student of a programme that has none of them yet."""

    @staticmethod
    def house() -> House:
        """A program that has just started, without any of them."""
        return House(SETTINGS, Scripts(flow for flow in CATALOGUE if flow.id not in SMALL))

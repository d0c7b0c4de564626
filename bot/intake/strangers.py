"""Accounts that belong to nobody in the roster, and groups: little is said, and nothing is kept."""

from bot.config import Settings
from bot.intake.identify import language_of_stranger
from bot.intake.inbound import Inbound, Kind
from bot.intake.triage import assess
from bot.words.language import Trusted, known_language, say
from bot.words.outgoing import Message, pack
from flows.countries import country_pack
from flows.severity import Severity
from storage.outbox import Priority
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork


def meet(uow: UnitOfWork, settings: Settings, event: Inbound) -> None:
    """Answer a stranger; whoever writes of danger is given the numbers, because nobody else will be told."""
    if event.kind not in (Kind.TEXT, Kind.TAP, Kind.MEDIA):
        return
    danger = assess(event.text, event.language or None).severity >= Severity.URGENT
    answer(uow, settings, event, "stranger.danger" if danger else "stranger.unknown")


def hint(uow: UnitOfWork, settings: Settings, event: Inbound) -> None:
    """In a group the bot only says where to write instead."""
    if event.kind is Kind.TEXT:
        answer(uow, settings, event, "group.hint")


def answer(uow: UnitOfWork, settings: Settings, event: Inbound, notice: str) -> None:
    """Say one notice to a chat that belongs to nobody we know."""
    pack_here = country_pack(settings.programme.country)
    lines = ", ".join(f"{line.name} {line.phone or line.sms}".strip() for line in pack_here.helplines)
    text = say(
        notice, known_language(language_of_stranger(event, settings)),
        emergency=Trusted(pack_here.emergency), helplines=Trusted(lines),
    )  # fmt: skip
    post_to_chat(uow, event.platform, event.chat, pack(Message(text)), priority=Priority.REPLY)

"""News of a student for her coordinator: in the coordinator's own chat, by roster id, without a name or a word."""

from bot.cases.telling.texts import worded
from bot.facts.context import Context
from bot.facts.desk import address_of
from bot.words.language import say
from bot.words.outgoing import Message, pack
from storage.outbox import Priority
from storage.posting import post_to_chat


def tell_coordinator(context: Context, key: str, /, **values: object) -> None:
    """Tell her coordinator something that is worth knowing and makes no case."""
    tell_in_place(context, frozenset(), key, **values)


def tell_in_place(context: Context, without: frozenset[str], key: str, /, **values: object) -> None:
    """Tell her coordinator, or who stands in where it is kept from these: `without` are roster ids."""
    coordinator = context.on_duty(without).coordinator
    address = address_of(coordinator, context.settings) if coordinator else None
    if address is not None:
        text = say(worded(key, context.person), context.team_language, {"student_id": context.person.id, **values})
        post_to_chat(context.uow, address.lane, address.chat, pack(Message(text)), priority=Priority.CASE)

"""A Bot API on loopback that refuses what the real one refuses, with phones of people and faults to inject.

    async with TelegramServer() as telegram:
        phone = telegram.phone(1001)
        await phone.say("hello")
        answer = await phone.hears()
        await phone.tap("Yes")

Facts are of core.telegram.org/bots/api; the words of refusals are those the real server uses.
"""

from tests.standins.telegram.faults import (
    Fault,
    broken_connection,
    held,
    lost_answer,
    nonsense,
    refusal,
    server_error,
    too_many_requests,
)
from tests.standins.telegram.phone import Phone, Shown
from tests.standins.telegram.server import Call, TelegramServer

__all__ = [
    "Call",
    "Fault",
    "Phone",
    "Shown",
    "TelegramServer",
    "broken_connection",
    "held",
    "lost_answer",
    "nonsense",
    "refusal",
    "server_error",
    "too_many_requests",
]

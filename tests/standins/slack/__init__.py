"""A Slack workspace on loopback that refuses what the real one refuses, with people in it and faults to inject.

    async with SlackStandIn() as slack:
        student = slack.person("U1")
        await student.say("hello")
        await slack.until(lambda: bool(student.messages))
        await student.press("Yes")

Facts are of docs.slack.dev.
"""

from tests.standins.slack.faults import DROPPED, Fault, broken, limited, refused
from tests.standins.slack.people import Person
from tests.standins.slack.server import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, Delivery, SlackStandIn
from tests.standins.slack.workspace import BOT, BOT_USER, TEAM, Message, Window

__all__ = [
    "APP_TOKEN",
    "BOT",
    "BOT_TOKEN",
    "BOT_USER",
    "DROPPED",
    "SIGNING_SECRET",
    "TEAM",
    "Delivery",
    "Fault",
    "Message",
    "Person",
    "SlackStandIn",
    "Window",
    "broken",
    "limited",
    "refused",
]

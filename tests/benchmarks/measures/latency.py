"""How long a person waits on an idle machine: a tap to its reply, a flag to its card, Slack to its acknowledgement."""

import asyncio
from pathlib import Path
from time import monotonic

from tests.benchmarks.processes import BotApiProcess, bot_api, process
from tests.benchmarks.program import DESK, FIRST_USER, SLACK_USER, install
from tests.benchmarks.standin.crowd import Order
from tests.benchmarks.table import Row, middle
from tests.standins.slack import Person, SlackStandIn

BOLT = Path(__file__).parents[1] / "peers" / "bolt.py"
_CARDS = 10
_TAPS = 60
_MESSAGES = 60
_UP_TO_SAFETY = 7
"""Turns of a check-in until the question about safety is answered."""


async def measure(scratch: Path) -> list[Row]:
    """All three, one after another."""
    async with bot_api() as api, SlackStandIn() as slack:
        _people(slack)
        installation = install(scratch / "latency", api.base_url, slack, students=_CARDS + 2, slack_mode="http")
        async with installation.running():
            slack.request_url = f"{installation.address}/slack/events"
            taps = await api.carry_out(Order(students=1, turns=_TAPS, first_user=FIRST_USER + 1))
            cards = [await _card(api, slack, FIRST_USER + 2 + number) for number in range(_CARDS)]
            ours = await _acknowledged(slack.person(SLACK_USER))
        async with process(BOLT, slack.base_url) as running:
            assert running.stdout
            slack.request_url = f"http://127.0.0.1:{int(await running.stdout.readline())}/slack/events"
            bare = await _acknowledged(slack.person("US2"))
    return [
        Row("Tap to reply", middle([wait * 1000 for wait in taps["waits"]], " ms", 0)),
        Row("Flag to card", middle(cards, " ms", 0)),
        Row("Slack acknowledged, Placemate (after the commit)", middle(ours, " ms", 1)),
        Row("Slack acknowledged, bare bolt (nothing kept)", middle(bare, " ms", 1)),
    ]


def _people(slack: SlackStandIn) -> None:
    slack.channel(DESK, slack.person("UG1"), slack.person("UC1"))


async def _card(api: BotApiProcess, slack: SlackStandIn, user: int) -> float:
    """Milliseconds from the tap on "No" to the card in the coordinators' channel."""
    before = _cards(slack)
    arrival = asyncio.create_task(_arrived(slack, before))
    done = await api.carry_out(Order(students=1, turns=_UP_TO_SAFETY, first_user=user, answers={"safe": "no"}))
    return (await arrival - float(done["last_acted_at"])) * 1000


async def _arrived(slack: SlackStandIn, before: int) -> float:
    await slack.until(lambda: _cards(slack) > before)
    return monotonic()


def _cards(slack: SlackStandIn) -> int:
    return sum(not message.thread_ts for message in slack.workspace.in_channel(DESK))


async def _acknowledged(person: Person) -> list[float]:
    """Milliseconds of each acknowledgement, without the first few."""
    waits = []
    for _ in range(_MESSAGES):
        began = monotonic()
        delivery = await person.say("menu")
        waits.append((monotonic() - began) * 1000)
        assert delivery.taken
    return waits[_MESSAGES // 6 :]

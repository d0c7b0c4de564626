"""A platform that falls silent or refuses us: noticed, told, reconnected, and nothing that was written is lost."""

from functools import partial
from typing import Any

import aiohttp
import pytest

from bot.adapters.slack.listen import SocketMode
from bot.config.care import Safeguarding
from tests.wire.waiting import until
from tests.wire.world import DESK, World

DEAF_AFTER = 4.0


@pytest.fixture(autouse=True)
def hurried(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes are seconds: the same code, less patience."""
    assert world.settings.telegram
    short_polls = world.settings.telegram.model_copy(update={"poll_timeout": 1})
    world.settings = world.settings.model_copy(update={"telegram": short_polls})
    defaults = SocketMode.__init__.__kwdefaults__
    assert defaults
    for name, seconds in {"ping_every": 0.2, "deaf_after": 1.0}.items():
        monkeypatch.setitem(defaults, name, seconds)
    monkeypatch.setattr("bot.adapters.slack.reach._LONGEST_WAIT", 0.2)
    monkeypatch.setattr("bot.pulse.DEAF_AFTER", DEAF_AFTER)
    for name, seconds in {"DEAF_AFTER": DEAF_AFTER, "LOOK_EVERY": 0.1, "STEADY_FOR": 1.0, "REFUSED_FOR": 0.5}.items():
        monkeypatch.setattr(f"bot.app.steady.operator_notes.{name}", seconds)


async def page(world: World, path: str = "healthz") -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as http, http.get(f"{world.address}/{path}") as answer:
        return answer.status, await answer.json()


async def says(world: World, status: int, state: str) -> bool:
    """Whether health answers so, and says so of Slack."""
    answered, body = await page(world)
    return (answered, body["platforms"]["slack"]["status"]) == (status, state)


async def test_a_deaf_socket_is_noticed_told_and_replaced(world: World) -> None:
    await world.start()
    student = world.on_slack()
    await until(partial(says, world, 200, "ok"))
    world.slack.sockets.deaf = True
    await until(partial(says, world, 503, "deaf"))
    await world.guardian.sees("I have not heard Slack", channel=DESK)
    assert await page(world, "readyz") == (200, {"role": "owner", "not_reached_yet": [], "degraded": ["slack"]})
    world.slack.sockets.deaf = False
    await student.says("help")
    await student.sees("You can press the buttons")
    await world.guardian.sees("I hear Slack again", channel=DESK)
    await until(partial(says, world, 200, "ok"))
    _, body = await page(world)
    assert body["platforms"]["slack"]["reconnects"] >= 1
    about = [message for message in world.slack.workspace.in_channel(DESK) if "Slack" in message.shown]
    assert len(about) == 2
    world.log.records.clear()


async def test_access_that_is_taken_away_is_told_elsewhere_and_the_program_goes_on(world: World) -> None:
    group = world.telegram.phone(-100)
    care = Safeguarding.model_validate({"second_channel": "telegram:-100"})
    world.settings = world.settings.model_copy(update={"safeguarding": care})
    await world.start()
    world.slack.revoked = True
    await until(partial(says, world, 503, "refused"))
    await group.sees("Slack no longer accepts my access ([slack] bot_token)")
    student = world.settled()
    await student.says("help")
    await student.sees("You can press the buttons")
    world.slack.revoked = False
    await group.sees("Slack accepts my access again")
    await until(partial(says, world, 200, "ok"))
    assert len(group.messages) == 2
    world.log.records.clear()

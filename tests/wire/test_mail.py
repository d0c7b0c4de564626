"""Mail beside the chats: an emergency reaches the second channel, and whoever blocked us is told how to come back."""

from collections.abc import AsyncIterator

import pytest

from bot.config.care import Safeguarding
from bot.config.mail import Mail
from tests.standins.mail import MailServer, text_of
from tests.wire.roster import PRIVATE
from tests.wire.world import World

ON_CALL = "on-call@example.org"
CRY = "I want to kill myself"


@pytest.fixture
async def post(world: World) -> AsyncIterator[MailServer]:
    """A mail server that the program is told of."""
    async with MailServer(login=("placemate", "sentinel-password")) as post:
        account = {"username": "placemate", "password": "sentinel-password"}
        server = {"host": post.host, "port": post.port, "from": "placemate@example.org", **account}
        care = Safeguarding.model_validate({"second_channel": f"mail:{ON_CALL}"})
        mail = Mail.model_validate(server)
        world.settings = world.settings.model_copy(update={"mail": mail, "safeguarding": care})
        yield post


async def test_an_emergency_is_mailed_without_a_name_or_a_word_of_hers(world: World, post: MailServer) -> None:
    await world.start()
    await world.settled().says(CRY)
    mail = await post.receives("2026-0001")
    assert post.recipients[-1] == ON_CALL
    assert "EMERGENCY" in mail["Subject"]
    for private in (*PRIVATE, CRY, "s1"):
        assert private not in mail.as_string()
    assert await world.stop() == 0


async def test_a_mail_server_that_is_away_for_a_while_delays_mail_and_nothing_else(
    world: World, post: MailServer
) -> None:
    await post.go_away()
    await world.start()
    student = world.settled()
    await student.says(CRY)
    await student.sees("Your case number is 2026-0001")
    await world.card("EMERGENCY", "I take it")
    await post.come_back()
    world.clock.skip(seconds=30)
    await post.receives("2026-0001")
    assert await world.stop() == 0


async def test_whoever_blocked_us_is_mailed_how_to_come_back(world: World, post: MailServer) -> None:
    await world.start()
    student = world.settled()
    await student.says("menu")
    await student.sees("What would you like to do?")
    await student.phone.block()
    mail = await post.receives("on Telegram any more")
    assert post.recipients[-1] == "s1@example.org"
    assert "Example Coordinator has been told" in text_of(mail)
    assert await world.stop() == 0

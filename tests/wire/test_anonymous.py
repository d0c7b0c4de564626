"""A report without a name over the wire: a page that is posted, a card in Slack, and an answer on the page."""

import re

import aiohttp
import pytest

from tests.wire.roster import GUARDIAN
from tests.wire.world import DESK, World

WORDS = "The hoist lifts people who wear no harness"
REPLY = "Thank you. Which hall is it?"
AGENT = "SentinelBrowser/1.0"
CODE = re.compile(r"(?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}")


async def test_from_a_page_to_a_person_and_back(world: World, capfd: pytest.CaptureFixture[str]) -> None:
    await world.start()
    async with aiohttp.ClientSession(headers={"User-Agent": AGENT}) as browser:
        page = await posted(browser, world, "/anonymous", text=WORDS, about="unsafe_work")
        found = CODE.search(page)
        assert found
        code = found[0]
        await safeguarding_answers(world)
        answered = await posted(browser, world, "/anonymous/answers", code=code, wish="look")
        assert REPLY in answered
        assert f"{GUARDIAN}, safeguarding lead" in answered
        assert WORDS in await posted(browser, world, "/anonymous/answers", code=code, text="Hall two.")
        await world.guardian.sees("News in case 2026-0001")
    assert await world.stop() == 0
    said, channel = "".join(capfd.readouterr()), repr(world.slack.workspace.in_channel(DESK))
    assert "could not be delivered" not in channel
    assert [secret for secret in (WORDS, REPLY, code) if secret in said or secret in channel] == []
    assert [trace for trace in (AGENT, "127.0.0.1", "/anonymous") if trace in said.replace(world.address[7:], "")] == []


async def safeguarding_answers(world: World) -> None:
    guardian = world.guardian
    await guardian.press("I take it", await world.card("URGENT", "I take it"))
    await guardian.press("Open case", await world.card("URGENT", "Reply on the page"))
    opened = await guardian.sees_window("Anonymous report")
    assert WORDS in opened.shown
    await guardian.press_in_window("Reply on the page")
    await guardian.sees_window("on the page that the code opens")
    await guardian.submit(words=REPLY)
    await guardian.sees_window("This will stand on the page")
    await guardian.submit()
    await world.card("waiting", "Resolve")


async def posted(browser: aiohttp.ClientSession, world: World, path: str, **fields: str) -> str:
    async with browser.post(world.address + path, data=fields) as answer:
        assert answer.status == 200
        return await answer.text()

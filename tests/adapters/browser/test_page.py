"""The page in a real browser, as somebody who looks at it sees and uses it."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect

from bot.intake.inbound import CaseAct, Inbound
from bot.words.outgoing import Message
from tests.adapters.browser.conftest import Stage
from tests.adapters.browser.fake_door import SECRET

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, PHONE = (1360, 860), (360, 740)

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),  # one browser serves all
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: on Debian, apt install chromium"),
]


@dataclass
class Visitor:
    """Somebody at the page, by the words she sees on it."""

    page: Page
    stage: Stage
    complaints: list[str] = field(default_factory=list)

    @property
    def phone(self) -> Locator:
        return self.page.locator("#log-phone-0")

    @property
    def desk(self) -> Locator:
        return self.page.locator("#log-desk")

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def box(self) -> Locator:
        return self.page.get_by_label("Message from Example Student One")

    @property
    def said(self) -> Locator:
        return self.phone.locator(".from-person .words")

    async def look(self, port: int) -> None:
        await self.page.goto(f"http://127.0.0.1:{port}/")
        await self.sees("Live")

    async def say(self, words: str) -> None:
        await self.box.fill(words)
        await self.box.press("Enter")

    async def press(self, name: str, within: Locator | None = None) -> None:
        await (within or self.page).get_by_role("button", name=name, exact=True).click()

    async def sees(self, words: str, within: Locator | None = None) -> None:
        await expect((within or self.page).get_by_text(words).first).to_be_visible()

    def complain(self, message: ConsoleMessage) -> None:
        # The browser itself reports a refused request; what the page makes of it is tested.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def visitor(browser: Browser, stage: Stage) -> AsyncIterator[Visitor]:
    """A visitor whose browser has nothing to complain about."""
    context = await browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, reduced_motion="reduce")
    visitor = Visitor(await context.new_page(), stage)
    visitor.page.set_default_timeout(10_000)
    visitor.page.on("console", visitor.complain)
    visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    yield visitor
    await context.close()
    assert visitor.complaints == []


@pytest_asyncio.fixture(loop_scope="module")
async def served(visitor: Visitor, stage: Stage) -> AsyncIterator[int]:
    async with stage.served() as port:
        await visitor.look(port)
        yield port
        await visitor.page.close()


@pytest.mark.usefixtures("served")
async def test_a_no_becomes_a_card_and_a_coordinators_words_reach_the_student(visitor: Visitor) -> None:
    await visitor.press("Send a check-in now")
    await visitor.press("No", visitor.phone)
    await visitor.sees("✓ no", visitor.phone)
    await expect(visitor.phone.get_by_role("button")).to_have_count(0)
    await visitor.sees("[URGENT] Case 2026-0001", visitor.desk)
    await expect(visitor.page.get_by_text(SECRET)).to_have_count(0)
    await visitor.press("Open case", visitor.desk)
    await visitor.sees(SECRET, visitor.dialog)
    await visitor.press("Reply to student", visitor.dialog)
    words = visitor.dialog.get_by_label("Your reply")
    await words.fill("...")
    await visitor.press("Send", visitor.dialog)
    await visitor.sees("Please write something.", visitor.dialog)
    await expect(words).to_have_value("...")
    await words.fill("I have read it.\n<b>I write today.</b>")
    await visitor.press("Send", visitor.dialog)
    await visitor.sees("<b>I write today.</b>", visitor.phone)
    await expect(visitor.page.locator("dialog")).to_be_hidden()
    await expect(visitor.page.locator("dialog")).to_be_empty()


@pytest.mark.usefixtures("served")
async def test_a_card_is_changed_in_place_and_its_log_grows_under_it(visitor: Visitor) -> None:
    await visitor.stage.door.open_case()
    await visitor.press("I take it", visitor.desk)
    await visitor.sees("taken by staff-11", visitor.desk)
    await expect(visitor.desk.get_by_role("button")).to_have_text(["Open case"])
    await expect(visitor.desk.locator(".card")).to_have_count(1)
    await expect(visitor.desk.locator(".thread li")).to_have_count(2)


@pytest.mark.usefixtures("served")
async def test_one_acts_as_whoever_one_chooses_to_be(visitor: Visitor) -> None:
    await visitor.stage.door.open_case()
    await visitor.page.get_by_role("radio", name="Example Safeguarding Lead").check(force=True)
    await visitor.press("Open case", visitor.desk)
    await visitor.sees(SECRET, visitor.dialog)
    acts = [event.user for event in visitor.stage.door.events if isinstance(event, CaseAct)]
    assert acts == ["staff-13"]


@pytest.mark.usefixtures("served")
async def test_ones_own_cases_stand_in_a_tab_that_arrow_keys_reach(visitor: Visitor) -> None:
    await visitor.page.get_by_role("tab", name="Channel").focus()
    await visitor.page.keyboard.press("ArrowRight")
    await visitor.sees("respond by 14:30")
    await visitor.press("Open case", visitor.page.locator("#home"))
    await visitor.sees(SECRET, visitor.dialog)


@pytest.mark.usefixtures("served")
async def test_words_typed_fast_arrive_once_each_in_order(visitor: Visitor) -> None:
    for words in ("one", "two", "three"):
        await visitor.say(words)
        await expect(visitor.box).to_have_value("")
    await expect(visitor.said).to_have_text(["one", "two", "three"])
    heard = [event.text for event in visitor.stage.door.events if isinstance(event, Inbound)]
    assert heard == ["one", "two", "three"]


@pytest.mark.usefixtures("served")
async def test_a_double_click_is_one_tap(visitor: Visitor) -> None:
    await visitor.press("Send a check-in now")
    await visitor.phone.get_by_role("button", name="Yes").dblclick()
    await visitor.sees("✓ yes", visitor.phone)
    assert len(visitor.stage.door.events) == 1


@pytest.mark.usefixtures("served")
async def test_words_that_were_not_delivered_are_kept_and_sent_again_only_once(visitor: Visitor) -> None:
    visitor.stage.door.fails = 1
    await visitor.say("please hear me")
    await visitor.sees("Not delivered", visitor.phone)
    await visitor.sees("Your words are still here")
    await expect(visitor.box).to_have_value("please hear me")
    await visitor.press("Send")
    await visitor.sees("I heard you.", visitor.phone)
    await expect(visitor.said).to_have_text(["please hear me"])
    await expect(visitor.phone.get_by_text("Not delivered")).to_have_count(0)
    visitor.complaints = [text for text in visitor.complaints if "503" not in text]


@pytest.mark.usefixtures("served")
async def test_nothing_and_far_too_much_stay_in_the_box(visitor: Visitor) -> None:
    await visitor.say("   ")
    await visitor.say("x" * 10_000)
    await visitor.sees("at most 4,096 characters")
    await visitor.sees("10,000 / 4,096")
    await expect(visitor.box).to_have_value("x" * 10_000)
    await visitor.say("short enough")
    await expect(visitor.said).to_have_text(["short enough"])


@pytest.mark.usefixtures("served")
async def test_photos_and_voice_messages_are_shown_as_such(visitor: Visitor) -> None:
    await visitor.press("Send an example voice message")
    await visitor.sees("Voice message", visitor.phone)
    await visitor.sees("Please write it.", visitor.phone)


@pytest.mark.usefixtures("served")
async def test_a_skip_is_seen_on_the_clock_and_in_the_chat(visitor: Visitor) -> None:
    await visitor.say("before")
    await visitor.sees("Thu 26 Nov 2026")
    await visitor.press("Skip 14 days")
    await visitor.sees("Thu 10 Dec 2026")
    await visitor.say("after")
    await visitor.sees("Thursday, 10 December 2026", visitor.phone)


async def test_a_restart_is_survived_mid_question_without_losing_or_repeating(visitor: Visitor, stage: Stage) -> None:
    async with stage.served() as port:
        await visitor.look(port)
        await visitor.say("hello")
        await visitor.sees("I heard you.", visitor.phone)
        await stage.door.ask("student-1")
        await visitor.sees("Not always", visitor.phone)
    await visitor.sees("Reconnecting…")
    again = Stage(stage.engine, stage.vault)
    await again.door.send("student-1", Message("Said while you were away."))
    async with again.served(port):
        await visitor.sees("Said while you were away.", visitor.phone)
        await visitor.sees("Live")
        await visitor.press("Yes", visitor.phone)
        await visitor.sees("✓ yes", visitor.phone)
        await expect(visitor.said).to_have_text(["hello"])
        await expect(visitor.phone.get_by_text("I heard you.")).to_have_count(1)
        fresh = Visitor(await visitor.page.context.new_page(), again)
        await fresh.look(port)
        await fresh.sees("✓ yes", fresh.phone)
        await expect(fresh.phone.locator(".post")).to_have_count(await visitor.phone.locator(".post").count())
        await fresh.page.close()
        await visitor.page.close()
    visitor.complaints = [text for text in visitor.complaints if "[object Event]" not in text]


@pytest.mark.usefixtures("served")
async def test_new_messages_are_announced_and_keys_have_names(visitor: Visitor) -> None:
    await expect(visitor.page.get_by_role("log", name="Messages on the phone of Example Student One")).to_be_visible()
    await expect(visitor.page.get_by_role("log", name="The coordinators' channel")).to_be_visible()
    await visitor.stage.door.ask("student-1")
    await visitor.stage.door.open_case()
    await visitor.sees("[URGENT]", visitor.desk)
    for button in await visitor.page.get_by_role("button").all():
        assert await button.get_attribute("aria-label") or (await button.inner_text()).strip()


@pytest.mark.usefixtures("served")
async def test_the_keyboard_opens_a_case_and_escape_leads_back(visitor: Visitor) -> None:
    await visitor.stage.door.open_case()
    opener = visitor.desk.get_by_role("button", name="Open case")
    await opener.press("Enter")
    await expect(visitor.dialog).to_be_visible()
    await visitor.page.keyboard.press("Escape")
    await expect(visitor.page.locator("dialog")).to_be_hidden()
    await expect(opener).to_be_focused()


@pytest.mark.usefixtures("served")
async def test_whoever_taps_with_the_keyboard_stays_in_the_chat(visitor: Visitor) -> None:
    await visitor.stage.door.ask("student-1")
    await visitor.phone.get_by_role("button", name="Yes").press("Enter")
    await visitor.sees("✓ yes", visitor.phone)
    await expect(visitor.phone).to_be_focused()


@pytest.mark.usefixtures("served")
async def test_on_a_small_screen_the_panes_stack_and_nothing_sticks_out(visitor: Visitor) -> None:
    await visitor.stage.door.ask("student-1")
    await visitor.stage.door.send("student-1", Message("a" * 300, plain=True))
    await visitor.stage.door.open_case()
    await visitor.sees("[URGENT]", visitor.desk)
    await visitor.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert await visitor.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    phone, desk = await visitor.phone.bounding_box(), await visitor.desk.bounding_box()
    assert phone
    assert desk
    assert phone["y"] + phone["height"] <= desk["y"]

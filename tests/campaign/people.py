"""Who takes part: students who answer, some who say no, some who are only asked, and a coordinator who never gives up.

Each does what people do when nothing seems to happen: a student waits for the question, the coordinator presses again.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from functools import partial

from tests.standins.slack import Delivery, Message
from tests.wire.students import OnTelegram
from tests.wire.waiting import until
from tests.wire.world import DESK, World

CALM = (
    ("Two minutes for a check-in?", "start"), ("How have the last two weeks been?", "4"),
    ("How much work", "about right"), ("Is that all right for you?", "yes"), ("Do you feel safe and respected", "yes"),
    ("Is anything in the way?", "nothing"),
)  # fmt: skip
CALM_ANSWERS = {
    "start": "start", "mood": 4, "workload": "right", "workload_ok": "yes", "safe": "yes", "in_the_way": ["nothing"],
}  # fmt: skip
ALARMED = (
    *CALM[:1], ("How have the last two weeks been?", "3"), *CALM[2:4], ("I know what is expected", "4"),
    ("Do you feel safe and respected", "no"),
)  # fmt: skip
NUMBER = re.compile(r"case number is (\d{4}-\d{4})")
PRESSED_AGAIN_AFTER = 6.0
"""Seconds: so long somebody looks at a button that did nothing."""


def stands(student: OnTelegram, words: str) -> bool:
    return any(words in text for text in student.read())


async def sees(student: OnTelegram, words: str) -> None:
    await until(partial(stands, student, words), f"“{words}” on her phone")


async def talk(student: OnTelegram, lines: tuple[tuple[str, str], ...]) -> None:
    """She begins a check-in and answers each question when it comes."""
    await student.says("checkin")
    for question, reply in lines:
        await sees(student, question)
        await student.says(reply)


async def calm(student: OnTelegram) -> None:
    """A check-in in which nothing is wrong."""
    await talk(student, CALM)
    await sees(student, "nothing flagged")


class Coordinator:
    """Takes each case, writes to the student, and closes it; what she typed, she sends until it is taken."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._person = world.guardian
        self._at_the_keyboard = asyncio.Lock()

    async def care_for(self, student: OnTelegram, words: str) -> None:
        """From the student's no to the closed case."""
        await talk(student, ALARMED)
        await until(lambda: bool(NUMBER.search("\n".join(student.read()))), "her case number")
        found = NUMBER.search("\n".join(student.read()))
        assert found
        number = found.group(1)
        async with self._at_the_keyboard:
            await self._insist(
                partial(self._press, number, "I take it"), partial(stands, student, "has taken your case")
            )
            await self._insist(partial(self._reply, number, words), partial(stands, student, words))
            await self._insist(partial(self._close, number), partial(stands, student, "closed your case"))

    async def _insist(self, act: Callable[[], Awaitable[object]], done: Callable[[], bool]) -> None:
        """Do it again and again until she sees that it is done."""
        try:
            async with asyncio.timeout(120):
                while not done():
                    await act()
                    await self._a_moment(done)
        except TimeoutError:
            window = self._person.window
            shown = window.shown if window else "nothing"
            raise AssertionError(f"the coordinator gave up at {act}; in front of her stands {shown!r}") from None

    async def _press(self, number: str, label: str) -> Delivery | None:
        message = self._card(number, label)
        return await self._person.press(label, message) if message else None

    async def _reply(self, number: str, words: str) -> None:
        await self._press(number, "Reply to student")
        if await self._window("The student reads it in the chat"):
            await self._send(words=words)
        if await self._window("The student will read this"):
            await self._send()

    async def _close(self, number: str) -> None:
        await self._press(number, "Resolve")
        if await self._window("How did it end?"):
            await self._send(outcome="solved")

    async def _send(self, **filled: str) -> None:
        """Send the form in front of her; while that fails it stays there with everything that she typed."""
        while (window := self._person.window) is not None:
            delivery = await self._person.submit(**filled)
            if delivery.taken and not self._person.errors:
                return
            assert self._person.window is window, "a form that was not taken stays open"
            await asyncio.sleep(0.5)

    async def _window(self, words: str) -> bool:
        def open_now() -> bool:
            return self._person.window is not None and words in self._person.window.shown

        await self._a_moment(open_now)
        return open_now()

    async def _a_moment(self, done: Callable[[], bool]) -> None:
        """Wait until it is done, or for as long as somebody waits who sees nothing happen."""
        loop = asyncio.get_running_loop()
        impatient_at = loop.time() + PRESSED_AGAIN_AFTER
        while not done() and loop.time() < impatient_at:
            await asyncio.sleep(0.05)

    def _card(self, number: str, label: str) -> Message | None:
        """The newest message about the case with this button, in the channel or in her own chat."""
        places = [*self._world.slack.workspace.in_channel(DESK), *self._person.messages]
        fitting = [message for message in places if number in message.shown and label in _labels(message)]
        return fitting[-1] if fitting else None


def _labels(message: Message) -> list[str]:
    return [button["text"]["text"] for button in message.buttons]

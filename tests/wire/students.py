"""A student at her phone or her keyboard: she waits for a question and answers it, on either platform alike."""

from typing import Protocol

from tests.standins.slack import Person, SlackStandIn
from tests.standins.telegram import Phone


class Student(Protocol):
    """What a student does, whichever platform she uses."""

    async def sees(self, words: str) -> str:
        """Wait until these words stand in the chat; gives the newest message that holds them."""
        ...

    async def says(self, text: str) -> None: ...

    async def taps(self, label: str, *, under: str) -> None:
        """Press a button of the newest message that holds the words, once both are there."""
        ...

    def read(self) -> list[str]:
        """Everything that stands in her chat from us, oldest first."""
        ...


async def answer(student: Student, *pairs: tuple[str, str]) -> None:
    """Answer questions by their buttons: the words of each and the button's label."""
    for question, label in pairs:
        await student.taps(label, under=question)


class OnTelegram:
    """A student on Telegram."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone

    async def sees(self, words: str) -> str:
        await self.phone.until(lambda: any(words in text for text in self.read()))
        return next(text for text in reversed(self.read()) if words in text)

    async def says(self, text: str) -> None:
        await self.phone.say(text)

    async def taps(self, label: str, *, under: str) -> None:
        shown = await self.phone.sees(under, label)
        await self.phone.tap(label, shown)

    def read(self) -> list[str]:
        return [message.text for message in self.phone.messages]


class OnSlack:
    """A student on Slack."""

    def __init__(self, slack: SlackStandIn, person: Person) -> None:
        self.slack, self.person = slack, person

    async def sees(self, words: str) -> str:
        await self.slack.until(lambda: any(words in text for text in self.read()))
        return next(text for text in reversed(self.read()) if words in text)

    async def says(self, text: str) -> None:
        await self.person.say(text)

    async def taps(self, label: str, *, under: str) -> None:
        await self.person.press(label, await self.person.sees(under, label))

    def read(self) -> list[str]:
        return [message.shown for message in self.person.messages]

"""Whoever runs the program is told once that a platform is in trouble and once that it is over."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select, update

from bot.app.steady.operator_notes import APART, REFUSED_FOR, STEADY_FOR, OperatorNotes
from bot.config import Settings
from bot.intake.writer import Writer
from bot.pulse import Pulse
from bot.words.outgoing import Message, unpack
from storage.outbox import OUTBOX
from storage.vault import Vault
from tests.settable_clock import SettableClock
from tests.test_pulse import Seconds

SLACK = {
    "bot_token": "xoxb-example", "app_token": "xapp-example", "escalation_channel": "C0DESK",
    "operator_channel": "C0OPS",
}  # fmt: skip


class Watched:
    """One platform under watch, and what the outbox holds for whom."""

    def __init__(self, platform: str, engine: Engine, vault: Vault, settings: Settings) -> None:
        self.seconds = Seconds()
        self.pulse = Pulse(platform, elapsed=self.seconds)
        self.pulse.listen()
        self.pulse.heard()
        self.writer = Writer(engine, vault, SettableClock())
        self.writer.start()
        self.notes = OperatorNotes(settings, self.writer, [self.pulse], elapsed=self.seconds)
        self.engine = engine

    async def passes(self, seconds: float, *, heard: bool = False) -> None:
        """Let time pass, looking every two seconds."""
        for _ in range(int(seconds / 2)):
            self.seconds.now += 2
            if heard:
                self.pulse.heard()
            await self.notes.look(self.pulse)

    def told(self) -> list[tuple[str, str, str]]:
        """Lane, chat and words of every note that was not taken back."""
        with self.engine.begin() as db:
            rows = db.execute(select(OUTBOX.c.lane, OUTBOX.c.chat, OUTBOX.c.packed).order_by(OUTBOX.c.id)).all()
        return [(row.lane, row.chat, _words(row.packed)) for row in rows]

    def delivered(self) -> None:
        with self.engine.begin() as db:
            db.execute(update(OUTBOX).values(status="sent"))


def _words(packed: str) -> str:
    message = unpack(packed)
    assert isinstance(message, Message)
    return message.text


def watched(platform: str, engine: Engine, vault: Vault, **safeguarding: str) -> Watched:
    telegram = {"token": "1:example"}
    sections = {"slack": SLACK, "telegram": telegram, "safeguarding": safeguarding}
    return Watched(platform, engine, vault, Settings.model_validate(sections))


@pytest.fixture
def slack(sqlite_engine: Engine, vault: Vault) -> Iterator[Watched]:
    made = watched("slack", sqlite_engine, vault, second_channel="telegram:-100")
    yield made
    made.writer.stop()


@pytest.fixture
def telegram(sqlite_engine: Engine, vault: Vault) -> Iterator[Watched]:
    made = watched("telegram", sqlite_engine, vault)
    yield made
    made.writer.stop()


async def test_a_platform_that_is_heard_is_not_spoken_of(slack: Watched) -> None:
    await slack.passes(58)
    await slack.passes(600, heard=True)
    assert slack.told() == []


async def test_silence_is_told_once_after_a_minute_and_its_end_once(telegram: Watched) -> None:
    await telegram.passes(62)
    assert telegram.told() == [("slack", "C0OPS", _note("Telegram", "1 min"))]
    telegram.delivered()
    await telegram.passes(300)
    assert len(telegram.told()) == 1
    await telegram.passes(2 * STEADY_FOR, heard=True)
    (_, _, over) = telegram.told()[-1]
    assert over == "I hear Telegram again, after 6 min. Nothing is lost: what people wrote meanwhile arrives now."
    assert len(telegram.told()) == 2


async def test_what_could_not_be_told_in_time_is_told_when_it_is_over_and_once(slack: Watched) -> None:
    await slack.passes(400)
    await slack.passes(2 * STEADY_FOR, heard=True)
    ((_, _, over),) = slack.told()
    assert over.startswith("I hear Slack again, after 6 min. Slack tries for a few minutes only")


async def test_one_that_comes_and_goes_is_no_flood(telegram: Watched) -> None:
    for _ in range(6):
        await telegram.passes(64)
        await telegram.passes(2 * STEADY_FOR, heard=True)
    assert len(telegram.told()) == 1
    await telegram.passes(APART, heard=True)
    await telegram.passes(64)
    assert len(telegram.told()) == 2


async def test_a_refused_token_is_told_on_the_second_channel_too(slack: Watched) -> None:
    slack.pulse.refused("bot_token", "token_revoked")
    await slack.passes(REFUSED_FOR - 2, heard=True)
    assert slack.told() == []
    await slack.passes(6, heard=True)
    assert [(lane, chat) for lane, chat, _ in slack.told()] == [("slack", "C0OPS"), ("telegram", "-100")]
    assert "Slack no longer accepts my access ([slack] bot_token)" in slack.told()[1][2]


def _note(platform: str, since: str) -> str:
    return (
        f"I have not heard {platform} for {since}. I keep opening the connection again. "
        "What people write there reaches me late."
    )

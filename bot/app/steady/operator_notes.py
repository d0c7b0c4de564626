"""Notes to whoever runs the program: one when a platform falls silent or refuses us, one when that is over.

They go to `[slack] operator_channel`, else to the coordinators'; while Slack refuses us, to the second channel as well.
"""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from time import monotonic

from sqlalchemy.exc import DBAPIError

from bot import log
from bot.app.steady.together import pause
from bot.cases.telling.colleagues import second_channel
from bot.cases.telling.texts import plain, span
from bot.config import Settings
from bot.facts.desk import Address, desk
from bot.intake.writer import Writer
from bot.pulse import DEAF_AFTER, Pulse, State
from bot.words.language import known_language
from bot.words.outgoing import Message, pack
from storage import outbox
from storage.outbox import Priority
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork

LOOK_EVERY = 2.0
REFUSED_FOR = 35.0
"""Seconds that a refusal must last: Slack tells of other tokens too, and is asked about ours in that time."""
STEADY_FOR = 10.0
"""Seconds that a platform must be well before the trouble counts as over."""
APART = 900.0
"""Seconds from one note about a platform's trouble to the next: one that comes and goes is no flood."""
SLACK_TRIES_FOR = 300.0
"""Seconds: Slack delivers an event again at once, after one minute and after five (docs.slack.dev/apis/events-api)."""
NAMES = {"slack": "Slack", "telegram": "Telegram", "mail": "SMTP"}

_log = log.get_logger(__name__)


@dataclass
class Trouble:
    """What is wrong with a platform: since when, whether it was told, and since when it is well again."""

    kind: State
    since: float
    key: str = ""
    well_since: float | None = None


class OperatorNotes:
    """Looks at the pulses and tells; what cannot be written down now is written at the next look."""

    def __init__(
        self, settings: Settings, writer: Writer, pulses: Collection[Pulse], *,
        elapsed: Callable[[], float] = monotonic,
    ) -> None:  # fmt: skip
        self._settings = settings
        self._writer = writer
        self._pulses = pulses
        self._elapsed = elapsed
        self._troubles: dict[str, Trouble] = {}
        self._told_at: dict[str, float] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Look every two seconds until `stop`."""
        while not stop.is_set():
            for pulse in self._pulses:
                try:
                    await self.look(pulse)
                except DBAPIError as error:
                    _log.warning("a note to the operator waits for the database", error=type(error).__name__)
            await pause(stop, LOOK_EVERY)

    async def look(self, pulse: Pulse) -> None:
        """See how it stands with one platform, and tell what is new."""
        trouble, now = self._troubles.get(pulse.platform), self._elapsed()
        if pulse.state not in (State.DEAF, State.REFUSED):
            if trouble:
                await self._well(pulse, trouble, now)
            return
        if trouble is None or trouble.kind is not pulse.state:
            silent = pulse.silent_for if pulse.state is State.DEAF else 0.0
            trouble = self._troubles[pulse.platform] = Trouble(pulse.state, now - silent)
        trouble.well_since = None
        lasted = now - trouble.since
        if not trouble.key and lasted >= (REFUSED_FOR if trouble.kind is State.REFUSED else DEAF_AFTER):
            await self._begun(pulse, trouble, now)

    async def _begun(self, pulse: Pulse, trouble: Trouble, now: float) -> None:
        if now - self._told_at.get(pulse.platform, -APART) < APART:
            return
        key = f"operator:{pulse.platform}:{now}"
        await self._writer.write(
            partial(_tell_begun, settings=self._settings, pulse=pulse, lasted=now - trouble.since, key=key)
        )
        trouble.key, self._told_at[pulse.platform] = key, now
        _log.error("a platform is in trouble", platform=pulse.platform, state=trouble.kind.value)

    async def _well(self, pulse: Pulse, trouble: Trouble, now: float) -> None:
        trouble.well_since = now if trouble.well_since is None else trouble.well_since
        if now - trouble.well_since < STEADY_FOR:
            return
        lasted = trouble.well_since - trouble.since
        if trouble.key:
            await self._writer.write(
                partial(_tell_over, settings=self._settings, pulse=pulse, trouble=trouble, lasted=lasted)
            )
        del self._troubles[pulse.platform]
        _log.warning("a platform is well again", platform=pulse.platform, seconds=round(lasted))


def _tell_begun(uow: UnitOfWork, settings: Settings, pulse: Pulse, lasted: float, key: str) -> None:
    """One message to each place, under a key, so that it can be taken back while it has not gone out."""
    notice = "operator.refused" if pulse.refusals else "operator.deaf"
    for where in _places(settings, pulse.platform, refused=bool(pulse.refusals)):
        _post(uow, settings, where, notice, pulse, lasted, key)


def _tell_over(uow: UnitOfWork, settings: Settings, pulse: Pulse, trouble: Trouble, lasted: float) -> None:
    refused = trouble.kind is State.REFUSED
    late = pulse.platform == "slack" and lasted > SLACK_TRIES_FOR
    notice = "operator.accepted" if refused else "operator.heard_late" if late else "operator.heard_again"
    for where in _places(settings, pulse.platform, refused=refused):
        outbox.withdraw(uow.db, where.lane, trouble.key)
        _post(uow, settings, where, notice, pulse, lasted)


def _places(settings: Settings, platform: str, *, refused: bool) -> list[Address]:
    named = settings.slack.operator_channel if settings.slack else None
    usual = Address("slack", named) if named else desk(settings)
    other = second_channel(settings) if refused and platform == usual.lane else None
    return [usual, *([other] if other else [])]


def _post(
    uow: UnitOfWork, settings: Settings, where: Address, notice: str, pulse: Pulse, lasted: float, key: str = ""
) -> None:
    language, name = known_language(settings.programme.language), NAMES.get(pulse.platform, pulse.platform)
    setting = ", ".join(f"[{pulse.platform}] {refused}" for refused in pulse.refusals)
    text = plain(notice, language, platform=name, since=span(timedelta(seconds=lasted)), setting=setting)
    message = Message(text, plain=True, subject=plain("operator.subject", language, platform=name))
    post_to_chat(uow, where.lane, where.chat, pack(message), priority=Priority.CASE, key=key)

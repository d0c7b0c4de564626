"""From raw updates to committed turns: each is read by itself, and one that always fails holds up nobody."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.adapters.telegram.inbound import PLATFORM, Account, Arrived, Unparsable, read, update_id
from bot.intake.door import Door
from bot.intake.inbound import Inbound
from bot.intake.reply import Reply
from bot.log import get_logger
from storage.database import is_away

AnswerTap: TypeAlias = Callable[[str, str], None]
"""Answers a tap: its id and the note to show."""

_TRIES = 3

_log = get_logger(__name__)


class Handover:
    """Hands updates to the door and answers the taps among them."""

    def __init__(self, door: Door, answer: AnswerTap) -> None:
        self._door = door
        self._answer = answer
        self._failures: Counter[str] = Counter()

    async def take(self, updates: Sequence[object], account: Account) -> list[object]:
        """Have the updates' turns committed; the updates whose turn failed and that are to be tried again.

        An update that cannot be read, or whose turn has failed three times, is recorded instead.

        Raises:
            Exception: the database is away. Nothing may be confirmed; the same updates can be handed over again.
        """
        arrived = [(update, await self._read(update, account)) for update in updates]
        events = [found.inbound for _, found in arrived if found.inbound]
        outcomes = dict(zip((event.event_id for event in events), await self._receive(events), strict=True))
        again = []
        for update, found in arrived:
            outcome = outcomes.get(found.inbound.event_id) if found.inbound else None
            if found.inbound and isinstance(outcome, Exception) and await self._failed(found.inbound, outcome):
                again.append(update)
            elif found.callback:
                self._answer(found.callback, outcome.toast if isinstance(outcome, Reply) else "")
        return again

    async def _read(self, update: object, account: Account) -> Arrived:
        try:
            return read(update, account)
        except Unparsable as error:
            await self._door.reject(PLATFORM, _name(update), f"unparsable: {error.reason}")
            return Arrived()

    async def _receive(self, events: Sequence[Inbound]) -> list[Reply | Exception]:
        """The outcome of each event. Where the shared commit failed, each is tried alone to find whose fault it is."""
        if not events:
            return []
        try:
            outcomes = await self._door.receive_all(events)
        except Exception as error:
            if _away(error):
                raise
            # Whoever is at fault shows when each is tried alone.
            _log.warning("a shared commit failed", error=type(error).__name__, events=len(events))
            outcomes = [await self._alone(event) for event in events]
        for outcome in outcomes:
            if isinstance(outcome, Exception) and _away(outcome):
                raise outcome
        return outcomes

    async def _alone(self, event: Inbound) -> Reply | Exception:
        try:
            return await self._door.receive(event)
        except Exception as error:  # noqa: BLE001 - handed back: the caller counts it and decides
            return error

    async def _failed(self, event: Inbound, error: Exception) -> bool:
        """Whether a failed event is to be tried again; if not, it has been recorded."""
        self._failures[event.event_id] += 1
        tries = self._failures[event.event_id]
        _log.error("a turn failed", error=type(error).__name__, event_id=event.event_id, tries=tries)
        if tries < _TRIES:
            return True
        await self._door.reject(PLATFORM, event.event_id, f"turn failed: {type(error).__name__}")
        del self._failures[event.event_id]
        return False


def _away(error: BaseException) -> bool:
    """Whether an error says that the database is away, and nothing of the event."""
    return isinstance(error, PoolTimeout | OSError) or is_away(error)


def _name(update: object) -> str:
    """The event id of an update; one without a number is named by its content's digest, the same each time it comes."""
    number = update_id(update)
    if number is not None:
        return str(number)
    content = update if isinstance(update, bytes) else json.dumps(update, sort_keys=True).encode()
    return f"sha256:{hashlib.sha256(content).hexdigest()[:16]}"

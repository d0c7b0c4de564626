"""Fetching what students sent: after the turn that noted it, from the platform that holds it, looked at, sealed, kept.

We chose rows that are tried again until a day has passed over fetching inside the turn, because a platform's file
server may be away when she presses send; we gave up knowing at once what it was that she sent.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol

from bot import log
from bot.cases.attachments import KEPT, LOST, MOST_BYTES, REFUSED, tell_what_became
from bot.cases.case_file import load_file
from bot.delivery.scanning import type_of
from bot.intake.receive import House
from bot.intake.writer import Writer
from storage.attachments import Attachment, claim_fetch, settle_fetch, to_fetch
from storage.people import find_person
from storage.unit_of_work import UnitOfWork
from storage.vault import Vault

LOOK_AGAIN = 1.0
"""Seconds between two looks."""
MOST_AT_ONCE = 4
GIVE_UP_AFTER = timedelta(hours=24)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=15), timedelta(hours=1)
TYPE, SIZE, EMPTY = "type", "size", "empty"
"""Why a file is refused; the words of `file_refused.*`."""

_log = log.get_logger(__name__)


class NotFetchedError(Exception):
    """It could not be fetched now. `reason` is a code without any text of a person."""

    def __init__(self, reason: str, *, gone: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.gone = gone


class TooLargeError(Exception):
    """It is larger than what we take; the rest was not read."""


class FileSource(Protocol):
    """One platform's files."""

    platform: str

    async def fetch(self, ref: str, most: int) -> bytes:
        """The file behind a `SentFile.ref`, at most `most` bytes.

        Raises:
            NotFetchedError: not now; with `gone`, never.
            TooLargeError: it has more bytes.
        """
        ...


@dataclass(frozen=True, slots=True)
class _Errand:
    """One file that is being fetched, and the key it is to be sealed with."""

    attachment: Attachment
    vault: Vault
    data_key: str | None


class Collector:
    """Fetches what waits on the platforms until it is stopped."""

    def __init__(self, sources: Sequence[FileSource], writer: Writer, house: House) -> None:
        self._sources = sources
        self._writer = writer
        self._house = house

    async def run(self, stop: asyncio.Event) -> None:
        """Look every second; what is under way at the end is tried again after the next start."""
        watching = [asyncio.create_task(self._watch(source)) for source in self._sources]
        await stop.wait()
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)

    async def _watch(self, source: FileSource) -> None:
        while True:
            try:
                await self.collect(source)
            except Exception as error:  # noqa: BLE001 - the database is away, or one look failed: the next comes soon
                _log.warning("files must wait", platform=source.platform, error=type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN)

    async def collect(self, source: FileSource) -> int:
        """Fetch what is due at one platform; gives how many files that were."""
        errands = await self._writer.write(partial(_claimed, source.platform), wakes=False)
        for errand in errands:
            await self._bring(source, errand)
        return len(errands)

    async def _bring(self, source: FileSource, errand: _Errand) -> None:
        attachment = errand.attachment
        if attachment.size > MOST_BYTES:
            await self._settle(partial(self._refused, attachment, SIZE))
            return
        try:
            content = await source.fetch(attachment.ref, MOST_BYTES)
        except TooLargeError:
            await self._settle(partial(self._refused, attachment, SIZE))
        except NotFetchedError as trouble:
            _log.warning("a file was not fetched", platform=source.platform, row=attachment.id, reason=trouble.reason)
            await self._settle(partial(self._not_now, attachment, trouble))
        except Exception as error:  # noqa: BLE001 - one file that breaks its source must not stop the others
            _log.error("a file could not be fetched", platform=source.platform, error=type(error).__name__)
            await self._settle(partial(self._not_now, attachment, NotFetchedError(type(error).__name__)))
        else:
            await self._take_in(errand, content)

    async def _take_in(self, errand: _Errand, content: bytes) -> None:
        media_type = type_of(content)
        if not media_type:
            await self._settle(partial(self._refused, errand.attachment, TYPE if content else EMPTY))
            return
        # Beside the writer: sealing some megabytes takes a while.
        body = await asyncio.to_thread(errand.vault.seal_bytes, errand.data_key, content)
        found = {"media_type": media_type, "size": len(content), "body": body}
        await self._settle(partial(_kept, errand, found))

    async def _settle(self, work: "partial[None]") -> None:
        """Write down what became of a file. Where that fails it is fetched again: it was claimed for a while only."""
        await self._writer.write(work)

    def _refused(self, attachment: Attachment, reason: str, uow: UnitOfWork) -> None:
        if settle_fetch(uow.db, attachment.id or 0, REFUSED, failure=reason):
            self._tell(attachment, reason, uow)

    def _not_now(self, attachment: Attachment, trouble: NotFetchedError, uow: UnitOfWork) -> None:
        """The claim has set the next try; here it is only decided whether there is one."""
        if not trouble.gone and uow.now - attachment.at < GIVE_UP_AFTER:
            return
        if settle_fetch(uow.db, attachment.id or 0, LOST, failure=trouble.reason[:200]):
            self._tell(attachment, "", uow)

    def _tell(self, attachment: Attachment, reason: str, uow: UnitOfWork) -> None:
        file = load_file(uow, self._house.settings, attachment.case_id) if attachment.case_id else None
        if file is not None:
            tell_what_became(file, attachment, reason)


def _claimed(platform: str, uow: UnitOfWork) -> list[_Errand]:
    """What is due at a platform now; each is ours until its next try is."""
    errands = []
    for attachment in to_fetch(uow.db, platform, uow.now, uow.now + 2 * _LONGEST_WAIT, MOST_AT_ONCE):
        person = find_person(uow.db, attachment.person_id)
        if person is not None and claim_fetch(uow.db, attachment, uow.now + _wait(attachment.attempts)):
            errands.append(_Errand(attachment, uow.vault, person.data_key))
    return errands


def _wait(attempts: int) -> timedelta:
    waits: timedelta = _FIRST_WAIT * (1 << min(attempts, 10))
    return min(waits, _LONGEST_WAIT)


def _kept(errand: _Errand, found: dict[str, object], uow: UnitOfWork) -> None:
    """Keep it, unless her key has changed meanwhile: then it is fetched once more and sealed with the new one."""
    person = find_person(uow.db, errand.attachment.person_id)
    if person is not None and person.data_key == errand.data_key and errand.data_key is not None:
        settle_fetch(uow.db, errand.attachment.id or 0, KEPT, **found)

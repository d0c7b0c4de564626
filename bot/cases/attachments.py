"""Files of a case: noted when she sends one, offered where none waits for it, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cases.case_file import CaseFile
from bot.cases.telling.card import log
from bot.cases.telling.student import news
from bot.cases.telling.texts import plain
from bot.facts.context import Context
from bot.words.language import known_language
from storage.attachments import (
    Attachment,
    accept,
    add_attachment,
    attachments_of,
    drop_offers,
    find_attachment,
    offered_to,
)
from storage.cases import Case
from storage.people import find_person
from storage.unit_of_work import UnitOfWork

MOST_BYTES = 10_000_000
"""The largest file that is kept. Telegram hands bots up to 20 MB (core.telegram.org/bots/api#getfile), of photos 10."""
KEPT, REFUSED, LOST, OFFERED = "kept", "refused", "lost", "offered"
_ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "image/heic": "heic",
    "audio/ogg": "ogg", "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/wav": "wav",
    "video/mp4": "mp4", "video/webm": "webm", "video/quicktime": "mov", "application/pdf": "pdf",
}  # fmt: skip
TAKEN = frozenset(_ENDINGS)
"""The types that are kept: what a person can look at, and nothing that a computer runs."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as its platform announces it.

    `ref` is what the platform needs to give it out, `kind` photo, voice, audio, video or document, `size` in bytes (0:
    the platform does not say).
    """

    ref: str
    kind: str
    size: int = 0


def attach(context: Context, case: Case, platform: str, files: Sequence[SentFile], album: str = "") -> None:
    """Note files that belong to a case; they are fetched soon after this turn."""
    for file in files:
        row = _row(context, platform, file, album)
        row.case_id, row.fetch_at = case.id, context.now
        add_attachment(context.uow.db, row)


def offer(context: Context, platform: str, files: Sequence[SentFile], album: str = "") -> int:
    """Note files that are fetched only if she wants a person to see them; gives the first one's id."""
    ids = []
    for file in files:
        row = _row(context, platform, file, album)
        row.state = OFFERED
        ids.append(add_attachment(context.uow.db, row))
    return ids[0]


def offered(context: Context, attachment_id: int) -> list[Attachment]:
    """What she was asked about with this one, if she has not answered yet."""
    return offered_to(context.uow.db, context.person.id, attachment_id)


def take_up(context: Context, case: Case, files: Sequence[Attachment]) -> None:
    """She wants a person to see what she was asked about."""
    assert case.id is not None, "a case is written down before anything is done with it"
    for file in files:
        accept(context.uow.db, file.id or 0, case.id, context.now)


def turn_down(context: Context, files: Sequence[Attachment]) -> None:
    """She does not want it seen."""
    drop_offers(context.uow.db, [file.id for file in files if file.id is not None])


def of_case(file: CaseFile) -> list[tuple[int, Attachment]]:
    """A case's files with their places in it, counted from 1."""
    return list(enumerate(attachments_of(file.uow.db, [file.id]), start=1))


def in_case(file: CaseFile, attachment_id: int) -> tuple[int, Attachment] | None:
    """This file of the case and its place, or None where it belongs to another."""
    return next(((place, each) for place, each in of_case(file) if each.id == attachment_id), None)


def filename_of(case: Case, place: int, attachment: Attachment) -> str:
    """A name that says nothing about her: `case-2026-0417-1.jpg`."""
    return f"case-{case.number}-{place}.{_ENDINGS.get(attachment.media_type, 'bin')}"


def opened(attachment_id: int, uow: UnitOfWork) -> tuple[str, bytes]:
    """A kept file's media type and what it holds; two empty ones where it has been erased meanwhile."""
    found = find_attachment(uow.db, attachment_id)
    person = find_person(uow.db, found.person_id) if found else None
    content = uow.vault.open_bytes(person.data_key, found.body) if found and person else b""
    return (found.media_type, content) if found and content else ("", b"")


def kind_word(kind: str, language: str) -> str:
    """What kind of file it is, in a language."""
    return plain(f"attachment.{kind}", known_language(language))


def tell_what_became(file: CaseFile, attachment: Attachment, reason: str = "") -> None:
    """A file will not come: she is told, kindly, and so is the thread. `reason` is of `file_refused.*`; "": lost."""
    word = kind_word(attachment.kind, file.context.language)
    if reason:
        news(file, "media.refused", kind_word=word, limit=MOST_BYTES // 1_000_000)
        log(file, "log.file_refused", reason_word=plain(f"file_refused.{reason}", file.context.team_language))
    else:
        news(file, "media.lost", kind_word=word)
        log(file, "log.file_lost")


def _row(context: Context, platform: str, file: SentFile, album: str) -> Attachment:
    return Attachment(
        person_id=context.person.id, at=context.now, platform=platform, ref=file.ref, kind=file.kind, size=file.size,
        album=album,
    )  # fmt: skip

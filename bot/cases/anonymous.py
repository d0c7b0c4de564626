"""What the page of a report without a name shows: where its case stands, and what was written from both sides."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.cases.case_file import CaseFile
from bot.cases.rules.life_cycle import RESOLVED
from bot.cases.status import about_case
from bot.cases.telling.texts import plain
from bot.config import Settings
from bot.facts.context import Context
from bot.facts.placeholders import when
from bot.privacy.codes import hashes_of
from bot.words.markup import read
from flows.severity import Severity
from storage.anonymous import who_reported
from storage.cases import CaseLine, cases_of, lines_of
from storage.people import Person, find_people
from storage.unit_of_work import UnitOfWork

_SHOWN = ("words", "reply")
"""Kinds of lines that stand on the page; notes of the team never do."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was written: by whom ("": by whoever reported), when in the programme's zone, and the words."""

    who: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """The whole page; `standing` are lines of plain text, `grave` is an emergency that is not closed."""

    standing: tuple[str, ...]
    said: tuple[Said, ...]
    closed: bool
    grave: bool

    @property
    def answered(self) -> bool:
        """A colleague has written."""
        return any(said.who for said in self.said)


def thread_of(uow: UnitOfWork, settings: Settings, code: str, language: str) -> Thread | None:
    """What stands under a code, in a language; None where no report has it."""
    person = who_reported(uow.db, hashes_of(uow.vault, code))
    if person is None:
        return None
    person.language = language
    file = CaseFile(Context(uow, settings, person), cases_of(uow.db, person.id)[0])
    standing = tuple("".join(run.text for run in read(line)) for line in about_case(file))
    closed = file.case.state == RESOLVED
    grave = file.case.severity >= Severity.EMERGENCY and not closed
    return Thread(standing, tuple(_said(file)), closed, grave)


def _said(file: CaseFile) -> Iterator[Said]:
    lines = [line for line in lines_of(file.uow.db, [file.id]) if line.kind in _SHOWN]
    people = find_people(file.uow.db, {line.author_id for line in lines} - {""})
    for line in lines:
        words = file.uow.open(file.context.person, line.body)
        yield Said(_who(file, line, people), when(file.context, line.at), words)


def _who(file: CaseFile, line: CaseLine, people: dict[str, Person]) -> str:
    """A colleague by name and role, as students read it."""
    if not line.author_id:
        return ""
    language, author = file.context.language, people.get(line.author_id)
    role = plain(f"role.{author.role}" if author else "role.coordinator", language)
    return f"{author.name}, {role}" if author else role

"""A case with the student it is about: loaded together, changed together, every change with a row."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cases.rules.life_cycle import (
    ALARM,
    CHANGE_OF,
    GIVE_BACK,
    HAND_OVER,
    LIFE_CYCLE,
    REOPEN,
    RESOLVED,
    TAKE,
)
from bot.config import Settings
from bot.facts.context import Context
from bot.facts.duty.on_duty import STAFF
from storage import followups
from storage.cases import (
    Case,
    CaseLine,
    add_line,
    change_case,
    changes_of,
    find_case,
    had_part_in,
    move_case,
    note_change,
)  # fmt: skip
from storage.columns import read
from storage.parties import parties_of
from storage.people import Person, find_people, find_person
from storage.unit_of_work import UnitOfWork

PROGRAM = "placemate"
"""Who did what nobody did: the program itself."""
STILL_OK = "still_ok"
"""The conversation that asks after a closed case."""
CREATED, ADDED, RAISED = "created", "added", "raised"
_ALARMS = frozenset({CREATED, RAISED, CHANGE_OF[ALARM], CHANGE_OF[REOPEN], CHANGE_OF[GIVE_BACK]})

_TOLD_OF = frozenset({CHANGE_OF[TAKE], CHANGE_OF[HAND_OVER]})


@dataclass
class CaseFile:
    """One case in one turn. `case` is replaced whenever it changes."""

    context: Context
    case: Case

    @property
    def id(self) -> int:
        """The row id that buttons carry."""
        assert self.case.id is not None, "a case is written down before anything is done with it"
        return self.case.id

    @property
    def uow(self) -> UnitOfWork:
        """The turn's transaction."""
        return self.context.uow

    def assignee(self) -> Person | None:
        """Whoever has it, or was handed it."""
        return find_person(self.uow.db, self.case.assignee_id) if self.case.assignee_id else None

    def parties(self) -> frozenset[str]:
        """The roster ids of those the case is about or whom she named: it is kept from them, and from herself."""
        return parties_of(self.uow.db, self.id) | {self.case.person_id}

    def kept_from_team(self) -> bool:
        """Somebody of the team is among them, who may read the coordinators' channel."""
        named = parties_of(self.uow.db, self.id)
        return bool(named) and any(person.role in STAFF for person in find_people(self.uow.db, set(named)).values())

    def alarm_at(self) -> datetime:
        """When it became the emergency it is now."""
        alarms = changes_of(self.uow.db, [self.id], _ALARMS)
        return max((change.at for change in alarms), default=self.case.opened_at)

    def known_to_her(self) -> bool:
        """She had a part in it, or was told who has it: until then a case that the program opened is news to her."""
        return had_part_in(self.uow.db, self.id, self.case.person_id, _TOLD_OF)

    def has_change(self, what: str) -> bool:
        """This was done to it at some time."""
        return bool(changes_of(self.uow.db, [self.id], [what]))

    def read_again(self) -> None:
        """Take over what others changed."""
        self.case = find_case(self.uow.db, self.id) or self.case

    def change(self, **columns: object) -> None:
        """Set columns."""
        change_case(self.uow.db, self.id, **columns)
        self._have(columns)

    def move(self, word: str, who: str, detail: str = "", /, **columns: object) -> bool:
        """Let it live on by a word of the life cycle; False when that may not be done, or somebody was faster."""
        before, target = self.case.state, LIFE_CYCLE.after(self.case.state, word)
        if target is None or not move_case(self.uow.db, self.id, self.case.state, state=target, **columns):
            self.read_again()
            return False
        self._have({"state": target, **columns})
        self.note(who, CHANGE_OF[word], detail)
        if RESOLVED in (before, target):
            self._ask_later_whether_it_is_still_ok()
        return True

    def note(self, who: str, what: str, detail: str = "") -> None:
        """Write down who did what."""
        note_change(self.uow.db, self.id, self.uow.now, who, what, detail)

    def add_line(
        self, kind: str, body: str, *, source: str = "", author: str = "", severity: int = 0, marks: str = ""
    ) -> None:
        """Add something said, sealed with the student's key."""
        line = CaseLine(
            case_id=self.id, at=self.uow.now, kind=kind, author_id=author, source=source, severity=severity,
            marks=marks, body=self.uow.seal(self.context.person, body),
        )  # fmt: skip
        add_line(self.uow.db, line)

    def _ask_later_whether_it_is_still_ok(self) -> None:
        """Some days after it was closed; not any more once it is open again."""
        if self.case.state == RESOLVED:
            due = self.uow.now + timedelta(days=self.context.settings.schedule.still_ok_days)
            followups.promise(self.uow.db, self.case.person_id, STILL_OK, due, about=self.id)
        else:
            followups.fulfil(self.uow.db, self.case.person_id, STILL_OK, about=self.id)

    def _have(self, columns: dict[str, object]) -> None:
        self.case = read(Case, {**self.case.model_dump(), **columns})


def load_file(uow: UnitOfWork, settings: Settings, case_id: int) -> CaseFile | None:
    """The case with this id and its student, or None when there is none."""
    case = find_case(uow.db, case_id)
    person: Person | None = find_person(uow.db, case.person_id) if case else None
    return CaseFile(Context(uow, settings, person), case) if case and person else None

"""Whom the program has asked because nobody had acted in time."""

from datetime import timedelta

from bot.cases.case_file import CaseFile
from bot.cases.rules.alternates import first_reader
from bot.cases.rules.ladder import ASKED
from bot.cases.rules.life_cycle import CHANGE_OF, HAND_OVER, REOPEN, TAKE, UNTAKEN
from storage.cases import Case, changes_of
from storage.people import Person, find_people

ASKED_CHANGE = "asked"
MISSED_CHANGE = "not_reached"
_MISSED_FOR = timedelta(days=1)
"""For so long whoever a message about a case did not reach is asked only where nobody else can be."""
_ANEW = frozenset({CHANGE_OF[TAKE], CHANGE_OF[HAND_OVER], CHANGE_OF[REOPEN]})


def has_climbed(case: Case) -> bool:
    """Nobody acted in time, and the next person was asked."""
    return case.climbed >= ASKED and case.state in UNTAKEN


def named_to_her(file: CaseFile) -> list[Person]:
    """Whom she was told of as the reader of an untaken case: who reads it first, and who was asked since."""
    first = file.assignee() or first_reader(file.context, file.case, file.parties())
    return [*([first] if first else []), *asked_of(file)]


def missed_of(file: CaseFile) -> frozenset[str]:
    """The roster ids of colleagues whom messages about it did not reach lately."""
    since = file.uow.now - _MISSED_FOR
    missed = changes_of(file.uow.db, [file.id], [MISSED_CHANGE])
    return frozenset(each.detail for each in missed if each.at >= since)


def asked_of(file: CaseFile) -> list[Person]:
    """Who was asked since anybody last acted, whoever was asked last at the end; nobody where it is not late."""
    if not has_climbed(file.case):
        return []
    ids: dict[str, None] = {}
    for change in changes_of(file.uow.db, [file.id], (*_ANEW, ASKED_CHANGE)):
        if change.what in _ANEW:
            ids.clear()
        elif change.what == ASKED_CHANGE:
            ids.pop(change.detail, None)
            ids[change.detail] = None
    found = find_people(file.uow.db, set(ids))
    kept = file.parties()
    return [found[id_] for id_ in ids if id_ in found and id_ not in kept]

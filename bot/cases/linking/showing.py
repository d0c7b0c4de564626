"""On the page of a case, for safeguarding: other complaints about the same, and what it follows; no word of them."""

from collections.abc import Iterator
from datetime import datetime

from bot.cases.forms.visit import Visit
from bot.cases.rules.permissions import is_guardian
from bot.cases.telling.texts import team_time
from bot.cases.views import Passage
from storage import linking
from storage.cases import Case, find_cases
from storage.parties import kept_from

MOST = 20


def linked_passages(visit: Visit) -> Iterator[Passage]:
    """What safeguarding is shown beside a case; nothing for anybody else."""
    file, staff = visit.file, visit.staff
    if not is_guardian(staff, file.context, file.case):
        return
    hidden = kept_from(file.uow.db, staff.id)
    if followed := "\n".join(_followed(visit, hidden)):
        yield Passage(visit.text("passage.followed"), followed)
    others = linking.others_about(file.uow.db, file.id, MOST)
    shown = [_line(visit, case, same) for case, same in others if case.id not in hidden and case.person_id != staff.id]
    if shown:
        yield Passage(visit.text("passage.linked"), "\n".join(shown))


def _followed(visit: Visit, hidden: frozenset[int]) -> Iterator[str]:
    pairs = linking.linked_with(visit.file.uow.db, [visit.file.id])
    cases = find_cases(visit.file.uow.db, {case for pair in pairs for case in pair} - hidden)
    for later, earlier in pairs:
        other = earlier if later == visit.file.id else later
        if other in cases:
            key = "linked.follows" if other == earlier else "linked.followed_by"
            yield visit.text(key, number=cases[other].number, when=_time(visit, cases[other].opened_at))


def _line(visit: Visit, case: Case, same: frozenset[str]) -> str:
    return visit.text(
        "linked.line", number=case.number, when=_time(visit, case.opened_at),
        topic_word=visit.text(f"card_topic.{case.topic}"), state_word=visit.text(f"card_state.{case.state}"),
        same=", ".join(visit.text(f"same.{kind}") for kind in sorted(same)),
    )  # fmt: skip


def _time(visit: Visit, moment: datetime) -> str:
    return team_time(moment, visit.file.uow.now, visit.file.context.settings.programme.zone, visit.language)

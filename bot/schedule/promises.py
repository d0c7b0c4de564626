"""What was promised for a later day: a question after a case, a pulse, a tip."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.facts.planning.circumstances import Circumstances, circumstances
from bot.facts.planning.milestones import FOLLOWING
from bot.facts.planning.steps import importance_of, promised_step
from bot.facts.windows import Importance
from bot.intake.receive import House
from bot.schedule.mentor_rounds import gather
from bot.schedule.prompting import count_contact, prompt
from bot.schedule.savepoint import alone
from storage import followups
from storage.due import written_to
from storage.followups import FollowUp
from storage.unit_of_work import UnitOfWork

AN_HOUR = timedelta(hours=1)


class Promises:
    """What is due of it now, at most so many; what matters most goes first, and the rest after the check-ins."""

    def __init__(self, uow: UnitOfWork, house: House, most: int) -> None:
        self._uow = uow
        self._house = house
        self._due = followups.due(uow.db, uow.now, most)

    def __len__(self) -> int:
        return len(self._due)

    def keep(self, least: Importance, most: Importance) -> None:
        """Open those that are at least and at most so important: both ends are meant."""
        mine = [promised for promised in self._due if least <= importance_of(promised) <= most]
        if mine:
            self._see_to_all(sorted(mine, key=importance_of))

    def _see_to_all(self, mine: Sequence[FollowUp]) -> None:
        ids = {promised.person_id for promised in mine}
        placed = written_to(self._uow.db, ids)
        known = circumstances(self._uow, self._house.settings, placed.values(), ids=ids)
        for promised in mine:
            if promised.person_id not in known or promised.flow not in self._house.scripts.ids:
                followups.claim(self._uow.db, promised)
            elif not alone(self._uow, partial(self._see_to, promised, known[promised.person_id])):
                followups.put_off(self._uow.db, promised, self._uow.now + AN_HOUR)

    def _see_to(self, promised: FollowUp, known: Circumstances) -> None:
        step = promised_step(known, self._uow.now, promised)
        if step.do == "send" and known.is_mentor and importance_of(promised) is Importance.NUDGE:
            gather(self._uow, self._house, known)
            known.talks = True
        elif step.until is not None:
            followups.put_off(self._uow.db, promised, step.until)
        elif followups.claim(self._uow.db, promised):
            self._plan_next(promised, known)
            if step.do == "send":
                prompt(self._uow, self._house, known, promised.flow, about=promised.about)
                known.talks = True  # what else is due waits until she has had time for this
                if importance_of(promised) is not Importance.MEETING:
                    count_contact(self._uow, known, promised.flow)

    def _plan_next(self, promised: FollowUp, known: Circumstances) -> None:
        """One that comes several times in a placement goes on the calendar again."""
        following = FOLLOWING.get(promised.flow)
        due = following(known.placement, known.zone, self._uow.now, known.settings) if following else None
        if due is not None:
            followups.promise(self._uow.db, promised.person_id, promised.flow, due)

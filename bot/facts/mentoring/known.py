"""The facts about a mentorship that a conversation asks for: what was true when it began stays true in it."""

from collections.abc import Callable, Mapping
from functools import cached_property

from bot.facts.context import Context
from bot.facts.mentoring.meetings import MeetingsKnown
from bot.facts.mentoring.requests import waiting_requests
from bot.facts.mentoring.rounds import round_rows
from flows.conditions import Value
from flows.mentoring.meetings import MEETINGS
from flows.mentoring.round import ROUND
from flows.steps import Flow
from storage.mentoring_profiles import profiles
from storage.mentorships import NOT_YET, Mentorship, find_mentorship, mentorship_of, mentorships_with
from storage.people import Person, find_people

MENTOR = "mentor"
"""The role of whoever is a mentor in the roster."""
MOST_PAIRS = 6
"""So many mentees are listed by name."""


class MentoringKnown:
    """The mentorship that one person's talk is about, seen from her side; `about` is its row id, 0 where none is given.

    Without one it is the only one there is: of a mentee the present one, of a mentor the one with her only mentee.
    """

    def __init__(self, context: Context, about: int = 0) -> None:
        self.context = context
        self._about = about

    @property
    def is_mentor(self) -> bool:
        """She is a mentor in the roster."""
        return self.context.person.role == MENTOR

    @cached_property
    def pairs(self) -> list[Mentorship]:
        """The mentorships she is in now; what is only proposed is nobody's yet."""
        db, me = self.context.uow.db, self.context.person.id
        mine = mentorships_with(db, me) if self.is_mentor else [mentorship_of(db, me)]
        return [pair for pair in mine if pair is not None and pair.state not in NOT_YET]

    @cached_property
    def pair(self) -> Mentorship | None:
        """The one that is spoken of; None where there is none, or it is not hers."""
        if not self._about:
            return self.pairs[0] if len(self.pairs) == 1 else None
        found = find_mentorship(self.context.uow.db, self._about)
        return found if found and self.context.person.id in (found.mentee_id, found.mentor_id) else None

    @cached_property
    def meetings(self) -> MeetingsKnown:
        """The meetings of the one that is spoken of."""
        return MeetingsKnown(self.context, self.pair)

    def own_actions_open(self) -> bool:
        """A mentee set out to do something until her next meeting; whoever has no mentor costs no look."""
        return bool(self.context.placement.mentor_id and self.meetings.own_actions)

    @cached_property
    def partner(self) -> Person | None:
        """The other of the two."""
        if self.pair is None:
            return None
        other = self.pair.other(self.context.person.id)
        return find_people(self.context.uow.db, {other}).get(other)

    @property
    def waits(self) -> bool:
        """She is on the list for a mentor."""
        me = self.context.person.id
        mine = profiles(self.context.uow.db, {me}).get(me)
        return mine is not None and mine.waiting_since is not None

    def kept_for(self, flow: Flow) -> dict[str, Value]:
        """What a talk keeps of it besides the facts that its conditions look at."""
        kept: dict[str, Value] = {"about_mentorship": self.pair.id} if self.pair else {}
        if flow.id in MEETINGS:
            kept |= self.meetings.kept_for(flow)
        if flow.id == ROUND:
            kept["round_rows"] = round_rows(self.context.uow.db, self.context.person.id, self.context.now)
        if "mentees" in flow.facts:
            kept["mentorship_rows"] = tuple(str(pair.id) for pair in self.pairs[:MOST_PAIRS])
        return kept


MENTORING: Mapping[str, Callable[[MentoringKnown], Value]] = {
    "is_mentor": lambda known: known.is_mentor,
    "mentees": lambda known: len(known.pairs[:MOST_PAIRS]) if known.is_mentor else 0,
    "pair_warned": lambda known: bool(known.pair and known.pair.warned_at),
    "free_times": lambda known: len(known.meetings.free),
    "times_offered": lambda known: len(known.meetings.offered),
    "pair_actions_open": lambda known: bool(known.meetings.actions),
    "own_actions_open": MentoringKnown.own_actions_open,
    "action_at_hand": lambda known: known.meetings.due_action() is not None,
    "meeting_held": lambda known: known.meetings.waits_for_the_mentor,
    "worth_low_before": lambda known: known.meetings.worth_low_before,
    "request_waits": lambda known: bool(waiting_requests(known.context.uow, known.pairs)),
    "waits_for_mentor": lambda known: known.waits,
    "pair_state": lambda known: known.pair.state if known.pair else "none",
}
"""By fact: how it is computed."""

"""The facts a conversation asks for, computed once when it begins: what was true then stays true for the whole talk."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import orjson

from bot.facts.about import NOTHING, About
from bot.facts.checkin_history import CheckinHistory, is_low
from bot.facts.context import Context
from bot.facts.goals import GoalsKnown
from bot.facts.highlights import highlights_of
from bot.facts.levels import Assessment, assessments_of, moment_of
from bot.facts.lifts import ABOUT, shares_lifts, waits_for_her
from bot.facts.mentoring.known import MENTORING, MentoringKnown
from flows.catalogue import COMPLAINTS
from flows.competences import COMPETENCES
from flows.conditions import Value
from flows.culture_cards import culture_card
from flows.sharing import asks_for_a_number
from flows.steps import Flow
from storage.cases import cases_of, find_case
from storage.conversations import Conversation, lately, latest_done

CRISIS_CARD_REST = timedelta(minutes=10)
_A_FIFTH_MORE = 1.2
_ASK_FOR_A_NUMBER = (
    "urgent", "human", "conflict", "workload", "wellbeing", "unsafe_work", "wages", "leaving", "logistics",
)  # fmt: skip
"""Conversations that may end with a number to call her on."""
_MOST_HOURS_EU = 48
"""Directive 2003/88/EC, article 6: the longest average week, overtime included."""


class Knowledge:
    """What is known of one person when a conversation begins."""

    def __init__(
        self,
        context: Context,
        conversations: Iterable[str],
        *,
        crisis_card_lately: bool = False,
        about: About = NOTHING,
    ) -> None:
        self._context = context
        self._conversations = tuple(conversations)
        self._crisis_card_lately = crisis_card_lately
        self._about = about
        self.goals = GoalsKnown(context, about.goal)
        self.mentoring = MentoringKnown(context, about.mentorship)
        self.checkins = CheckinHistory(context)

    def facts_for(self, flow: Flow) -> dict[str, Value]:
        """The facts this flow looks at, and nothing else.

        `about_goal` is the row id of the goal it speaks of, `about_case` that of the case, `about_mentorship` that of
        the mentorship; `framework` names the scales that are asked.
        """
        self.checkins.asked = frozenset(question.id for question in flow.questions)
        facts = {name: self._value(name) for name in flow.facts}
        if "has_goal" in facts and (goal := self.goals.to_look_at):
            facts["about_goal"] = goal.id
        if "goals_active" in facts:
            facts |= self.goals.rows()
        if facts.get("lift_waits"):
            facts[ABOUT] = self.lift_waits
        if flow.framework:
            facts["framework"] = flow.framework
        facts |= About(case=self._about.case).facts
        if flow.about == "goal" and self.goals.at_hand:
            facts["about_goal"] = self.goals.at_hand.id
        if flow.about == "mentorship":
            facts |= self.mentoring.kept_for(flow)
        return facts

    def _value(self, name: str) -> Value:
        return MENTORING[name](self.mentoring) if name in MENTORING else _COMPUTED[name](self)

    @cached_property
    def assessments(self) -> list[Assessment]:
        """Her self-assessments that were taken to the end, the oldest first."""
        return assessments_of(self._context)

    @cached_property
    def asked_about_questions(self) -> str | None:
        """Whether the time for questions before the last took place; "" where she did not say, None if never asked."""
        last = latest_done(self._context.uow.db, self._context.person.id, "questions_today", 1)
        return str(_answers(last[0]).get("held") or "") if last else None

    def at_level_before(self, level: int) -> tuple[str, ...]:
        """The competences in which she was at this level or higher in her last self-assessment."""
        last = self.assessments[-1] if self.assessments else None
        return tuple(each for each in COMPETENCES if last and (last.number(each) or 0) >= level)

    def assessment_moment(self) -> str:
        """The part of the placement that today falls into."""
        return moment_of(self._context, self.assessments)

    @property
    def has_mentor(self) -> bool:
        """A mentor is named in her placement."""
        return bool(self._context.placement.mentor_id)

    @property
    def remote(self) -> bool:
        """The roster says that she works from a distance."""
        return self._context.placement.remote

    @property
    def phone_known(self) -> bool:
        """Somebody can be called: she gave a number before."""
        asked = latest_done(self._context.uow.db, self._context.person.id, _ASK_FOR_A_NUMBER, 20)
        given = (each for talk in asked for each in _answers(talk).items())
        return any(value and asks_for_a_number(step) for step, value in given)

    @cached_property
    def lift_waits(self) -> str:
        """The roster id of whoever waits for her word about sharing lifts; "" where nobody does."""
        return waits_for_her(self._context)

    def shares_lifts(self) -> bool:
        """She is on the list of those who want to share lifts."""
        return shares_lifts(self._context)

    def today(self) -> str:
        """The day on her own calendar."""
        return self._context.local_now.date().isoformat()

    def direct_question(self) -> bool:
        """The institution lets her be asked whether she wants to go on."""
        return self._context.settings.safeguarding.direct_question

    def hours_agreed_most(self) -> Value:
        """The agreed weekly hours and a fifth more, as whole hours."""
        agreed = self._context.placement.hours_per_week
        return None if not agreed else int(agreed * _A_FIFTH_MORE)

    def hours_legal_most(self) -> int:
        """The legal weekly hours of the country pack, else those of the European Union."""
        return self._context.pack.legal_hours or _MOST_HOURS_EU

    def case_severity(self) -> int:
        """How serious the case is that it asks after; 0 where it asks after none."""
        case = find_case(self._context.uow.db, self._about.case) if self._about.case else None
        return case.severity if case else 0

    def new_country(self) -> bool:
        """She comes from another country than the one she works in."""
        return is_new_to(self._context)

    def culture_card_known(self) -> bool:
        """There is a card of the country where she works."""
        return culture_card(self._context.country) is not None

    def apart_before(self) -> bool:
        """In her last talk about remote work she felt little part of the team."""
        last = latest_done(self._context.uow.db, self._context.person.id, "remote", 1)
        return any(is_low(_answers(talk).get("part_of_team")) for talk in last)

    def fixed_time_settled(self) -> bool:
        """She said that she has a fixed time for questions, in the beginning or since, or was asked again."""
        if self._context.placement.question_weekday is not None:
            return True
        talks = lately(self._context.uow.db, self._context.person.id, ("onboarding", "fixed_time"), 5)
        return any(talk.flow == "fixed_time" or _answers(talk).get("fixed_time") == "yes" for talk in talks)

    @property
    def starts_within_days(self) -> Value:
        """Whole days until the placement starts, None where no start is known."""
        start: date | None = self._context.placement.starts_on
        return None if start is None else (start - self._context.local_now.date()).days

    def goal_behind_before(self) -> bool:
        """She was behind with the goal at hand the last time it was looked at."""
        goal = self.goals.to_look_at
        return bool(goal and goal.behind)

    def first_highlight(self) -> bool:
        """She has kept no highlight before."""
        return next(highlights_of(self._context), None) is None

    def anonymous_form(self) -> bool:
        """There is a form that asks for no name, at an address the internet reaches."""
        return bool(self._context.settings.anonymous_form)

    def conflict_before(self) -> bool:
        """A case of hers began with a report about a conflict."""
        return any(case.source in COMPLAINTS for case in cases_of(self._context.uow.db, self._context.person.id))

    def on_call(self) -> bool:
        """Somebody is there to be paged."""
        return bool(self._context.on_call)

    def conversations(self) -> tuple[str, ...]:
        """The conversations that exist."""
        return self._conversations

    def case_restricted(self) -> bool:
        """The case it asks after is for safeguarding and its assignee only."""
        case = find_case(self._context.uow.db, self._about.case) if self._about.case else None
        return case is not None and case.restricted

    def crisis_card_lately(self) -> bool:
        """The crisis card was shown in the last ten minutes."""
        return self._crisis_card_lately

    def placement_known(self) -> bool:
        """The roster names her host."""
        return bool(self._context.placement.host)


_COMPUTED: dict[str, Callable[[Knowledge], Value]] = {
    "previous_mood": lambda known: known.checkins.last("mood"),
    "previous_support": lambda known: known.checkins.last("support"),
    "mild_strain_before": lambda known: known.checkins.mild_strain_before(),
    "fast_path_allowed": lambda known: known.checkins.fast_path_allowed(),
    "rotating_item": lambda known: known.checkins.rotating_item,
    "rotating_low_before": lambda known: known.checkins.rotating_low_before(),
    "has_goal": lambda known: known.goals.to_look_at is not None,
    "goals_active": lambda known: len(known.goals.listed("active")),
    "goals_draft": lambda known: len(known.goals.listed("draft")),
    "goal_at_hand": lambda known: known.goals.at_hand is not None,
    "first_highlight": Knowledge.first_highlight,
    "goal_behind_before": Knowledge.goal_behind_before,
    "has_mentor": lambda known: known.has_mentor,
    "starts_within_days": lambda known: known.starts_within_days,
    "placement_known": Knowledge.placement_known,
    "conversations": Knowledge.conversations,
    "phone_known": lambda known: known.phone_known,
    "case_restricted": Knowledge.case_restricted,
    "on_call": Knowledge.on_call,
    "anonymous_form": Knowledge.anonymous_form,
    "conflict_before": Knowledge.conflict_before,
    "question_time_known": lambda known: known.asked_about_questions is not None,
    "question_time_dropped_before": lambda known: known.asked_about_questions == "no",
    "direct_question": Knowledge.direct_question,
    "today": Knowledge.today,
    "shares_lifts": Knowledge.shares_lifts,
    "lift_waits": lambda known: bool(known.lift_waits),
    "assessment_moment": Knowledge.assessment_moment,
    "at_three_before": lambda known: known.at_level_before(3),
    "at_four_before": lambda known: known.at_level_before(4),
    "hours_agreed_most": Knowledge.hours_agreed_most,
    "hours_legal_most": Knowledge.hours_legal_most,
    "case_severity": Knowledge.case_severity,
    "remote": lambda known: known.remote,
    "new_country": Knowledge.new_country,
    "culture_card_known": Knowledge.culture_card_known,
    "apart_before": Knowledge.apart_before,
    "fixed_time_settled": Knowledge.fixed_time_settled,
    "crisis_card_lately": Knowledge.crisis_card_lately,
}


def is_new_to(context: Context) -> bool:
    """She comes from another country than the one she works in."""
    home = context.placement.home_country
    return bool(home) and home != context.country


def _answers(talk: Conversation) -> dict[str, Any]:
    answers: dict[str, Any] = orjson.loads(talk.answers)
    return answers

"""Whatever anybody does, and wherever the clock is set: no case that needs a person is without a next moment."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.cases.clock.climbing import mend_clocks
from bot.cases.rules.deadlines import page_every
from bot.cases.rules.ladder import TOLD_OF_SILENCE, furthest, is_called
from bot.cases.rules.life_cycle import RESOLVED, TAKEN, WAITING
from flows.severity import Severity
from tests.cases.office import STAFF, Office

CASES = st.integers(0, 2)
WHO = st.sampled_from(("g1", "g1", "g1", "g1", *STAFF))
"""Mostly somebody who may do everything, so that cases live through all of their states."""
KINDS = st.sampled_from((("safety", True), ("workload", False), ("wellbeing", False)))
GRAVE = (Severity.ATTENTION, Severity.URGENT, Severity.EMERGENCY)


class NeverForgotten(RuleBasedStateMachine):
    """Three topics make three cases, one of them restricted; everybody on the team does as she likes."""

    @initialize(deputy=st.sampled_from(("c2", "", "l1")), first=KINDS, severity=st.sampled_from(GRAVE))
    def begin(self, deputy: str, first: tuple[str, bool], severity: Severity) -> None:
        self.office = Office(deputy=deputy or None)
        self.office.hear(severity, first[0], restricted=first[1])

    @rule(kind=KINDS, severity=st.sampled_from(GRAVE))
    def hear(self, kind: tuple[str, bool], severity: Severity) -> None:
        self.office.hear(severity, kind[0], restricted=kind[1])

    @rule(case=CASES, who=WHO, verb=st.sampled_from(("take", "take", "on_it", "reopen", "open")))
    def press(self, case: int, who: str, verb: str) -> None:
        self.office.press(who, verb, self._one_of(case))

    @rule(case=CASES, who=WHO, to=st.sampled_from(STAFF))
    def hand_over(self, case: int, who: str, to: str) -> None:
        self.office.press(who, "hand_over_to", self._one_of(case), to=to)

    @rule(case=CASES, who=WHO, answered=st.booleans())
    def reply(self, case: int, who: str, answered: bool) -> None:
        self.office.press(who, "take", self._one_of(case))
        self.office.reply(who, self._one_of(case), "How are you?")
        if answered:
            self.office.write(self._one_of(case), "an answer", "answer")

    @rule(case=CASES, who=WHO)
    def resolve(self, case: int, who: str) -> None:
        self.office.press(who, "resolve_as", self._one_of(case), outcome="solved")

    @rule(case=CASES, kind=st.sampled_from(("words", "answer")))
    def she_writes(self, case: int, kind: str) -> None:
        self.office.write(self._one_of(case), "an answer", kind)

    @rule(who=WHO, reached=st.booleans())
    def somebody_loses_her_account(self, who: str, reached: bool) -> None:
        self.office.change(who, slack_id=f"U{who.upper()}" if reached else "")

    @rule(minutes=st.sampled_from((1, 10, 30, 240, 1440, 4320)))
    def time_passes(self, minutes: int) -> None:
        self.office.later(minutes=minutes)
        self.office.tick()

    @rule(hours=st.sampled_from((-1, 1, -24 * 40, 24 * 40)))
    def somebody_sets_the_clock(self, hours: int) -> None:
        self.office.later(hours=hours)
        self.office.tick()
        with self.office.work() as uow:
            mend_clocks(uow, self.office.settings)

    @invariant()
    def whatever_needs_a_person_has_a_next_moment_in_reach(self) -> None:
        now, limits = self.office.now, self.office.settings
        for case in self.office.cases():
            where = (case.state, Severity(case.severity).word, case.climbed)
            assert (case.page_at is not None) == is_called(case), where
            silent = case.state == WAITING and (case.severity < Severity.URGENT or case.climbed == TOLD_OF_SILENCE)
            waits = case.state == RESOLVED or silent or is_called(case)
            assert (case.climb_at is None) == waits, where
            if case.climb_at is not None:
                assert case.climb_at <= furthest(now, limits) + timedelta(days=1), where
            if case.page_at is not None:
                assert case.page_at <= now + page_every(limits) + timedelta(hours=1), where
            assert (case.acted_at is None) <= (case.state != TAKEN), where

    def _one_of(self, number: int) -> int:
        return number % len(self.office.cases()) + 1

    @invariant()
    def each_step_is_taken_once(self) -> None:
        self.office.tick()
        assert self.office.tick() == 0


NeverForgotten.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
test_no_case_is_ever_forgotten = NeverForgotten.TestCase

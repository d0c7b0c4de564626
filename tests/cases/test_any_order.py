"""Whatever coordinators, the student and the clock do, in any order: what must always hold of a case."""

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from bot.cases.rules.life_cycle import LIFE_CYCLE, RESOLVED, TAKEN, UNTAKEN, WAITING
from flows.severity import Severity
from tests.cases.office import HOST, NAME, STAFF, Office, labels

WHO = st.sampled_from(("g1", "g1", "g1", "c1", "c2", "s1"))
"""Mostly somebody who may do everything, so that cases live through all of their states."""
MOVED_TO = {
    "created": {"open"}, "taken": {"taken"}, "handed_over": {"open", "reopened"}, "replied": {"waiting"},
    "answered": {"open", "taken", "reopened"}, "resolved": {"resolved"}, "reopened": {"reopened"}, "alarmed": {"open"},
    "given_back": {"open"},
}  # fmt: skip
TELLS_HER = {"taken", "handed_over", "replied", "resolved", "reopened"}
BUTTONS = {
    "open": ["Open case", "I take it", "Hand over"],
    "reopened": ["Open case", "I take it", "Hand over"],
    "taken": ["Open case", "Reply to student", "Hand over", "Resolve"],
    "waiting": ["Open case", "Reply to student", "Hand over", "Resolve"],
    "resolved": ["Open case", "Reopen"],
}


class CaseInAnyOrder(RuleBasedStateMachine):
    """Cases come and go; every deed is compared with what the office remembers before and after."""

    cases = Bundle("cases")

    @initialize(target=cases)
    def begin(self) -> int:
        self.office = Office()
        self.severity: dict[int, int] = {}
        return self._heard("safety", True, Severity.URGENT)

    @rule(
        target=cases, topic=st.just("safety"), restricted=st.booleans(),
        severity=st.sampled_from((Severity.ATTENTION, Severity.URGENT, Severity.EMERGENCY)),
    )  # fmt: skip
    def hear(self, topic: str, restricted: bool, severity: Severity) -> int:
        return self._heard(topic, restricted, severity)

    @rule(case=cases, choice=st.integers(0, 3))
    def safeguarding_presses_what_the_card_shows(self, case: int, choice: int) -> None:
        offered = [button.data.split(":")[1] for button in self.office.card(case).buttons]
        deeds = {
            "reply": lambda: self.office.reply("g1", case, "a sentinel of a reply"),
            "hand_over": lambda: self.office.press("g1", "hand_over_to", case, to="c2"),
            "resolve": lambda: self.office.press("g1", "resolve_as", case, outcome="solved"),
        }
        verb = offered[choice % len(offered)]
        self._checked(case, deeds.get(verb, lambda: self.office.press("g1", verb, case)))

    @rule(case=cases, who=WHO, verb=st.sampled_from(("take", "take", "reopen", "open")))
    def press(self, case: int, who: str, verb: str) -> None:
        self._checked(case, lambda: self.office.press(who, verb, case))

    @rule(case=cases, who=WHO, to=st.sampled_from(STAFF))
    def hand_over(self, case: int, who: str, to: str) -> None:
        self._checked(case, lambda: self.office.press(who, "hand_over_to", case, to=to))

    @rule(case=cases, who=WHO)
    def reply(self, case: int, who: str) -> None:
        self._checked(case, lambda: self.office.reply(who, case, "a sentinel of a reply"))

    @rule(case=cases, who=WHO)
    def resolve(self, case: int, who: str) -> None:
        self._checked(case, lambda: self.office.press(who, "resolve_as", case, outcome="solved", note="sentinel"))

    @rule(case=cases)
    def she_writes(self, case: int) -> None:
        before = self.office.case(case).state
        self._checked(case, lambda: self.office.write(case, "a sentinel of an answer"))
        assert self.office.case(case).state == LIFE_CYCLE.after(before, "answer")

    @rule(minutes=st.sampled_from((1, 10, 60, 1440)))
    def time_passes(self, minutes: int) -> None:
        self.office.later(minutes=minutes)
        self.office.tick()

    @invariant()
    def what_always_holds(self) -> None:
        for case in self.office.cases():
            number = case.id or 0
            moves = [change.what for change in self.office.changes(number) if change.what in MOVED_TO]
            assert case.state in MOVED_TO[moves[-1]], "no state without a change"
            assert labels(self.office.card(number)) == BUTTONS[case.state], "the card matches the state"
            assert (case.page_at is not None) == (case.state in UNTAKEN and case.severity == Severity.EMERGENCY)
            assert (case.taken_at is None) <= (case.state not in (TAKEN, WAITING))
            assert (case.resolved_at is not None) == (case.state == RESOLVED) == bool(case.outcome)
            assert bool(case.assignee_id) or case.state in UNTAKEN, "what is taken has somebody"

    @invariant()
    def nothing_of_hers_goes_to_the_team(self) -> None:
        for packed in self.office.packed_for_team():
            assert not any(secret in packed.lower() for secret in (NAME.split()[0].lower(), HOST.lower(), "sentinel"))

    def _heard(self, topic: str, restricted: bool, severity: Severity) -> int:
        number = self.office.hear(severity, topic, restricted=restricted)
        case = self.office.case(number)
        assert case.severity == max(severity, self.severity.get(number, 0))
        assert (case.topic, case.restricted) == (topic, restricted)
        self.severity[number] = case.severity
        return number

    def _checked(self, case: int, deed: Callable[[], object]) -> None:
        """Do it, and compare: each change tells her once, and only changes that may be made are made."""
        before, told = self.office.case(case).state, self.office.times_told()
        changes, quiet = len(self.office.changes(case)), self._times_quiet(case)
        deed()
        new = [change.what for change in self.office.changes(case)][changes:]
        moves = [what for what in new if what in MOVED_TO]
        after = self.office.case(case).state
        assert (after == before) or moves
        expected = 1 if any(what in TELLS_HER for what in new) or (before == RESOLVED and "answered" in new) else 0
        if "replied" in new:
            expected += self._times_quiet(case) - quiet
        assert self.office.times_told() == told + expected, "she is told exactly once of each change"

    def _times_quiet(self, case: int) -> int:
        """How often the bot has fallen quiet, because somebody began to write with her in this case."""
        return sum("The bot is quiet now" in line for line in self.office.log(case))


CaseInAnyOrder.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
test_a_case_in_any_order = CaseInAnyOrder.TestCase

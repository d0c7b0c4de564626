"""What becomes of her goals: written down, begun, looked at, changed, done. Every change is kept as a version."""

from collections.abc import Mapping
from datetime import date

from bot.facts.goals import at_hand, chosen, set_in
from bot.intake.talk.hearing import heard_in
from bot.intake.talk.keeping import Talk
from bot.intake.talk.news import tell_coordinator
from bot.intake.talk.session import Session
from flows.conditions import Value
from flows.goals import MOST
from flows.severity import Severity
from storage.conversations import UNFINISHED
from storage.followups import fulfil
from storage.goals import Goal, GoalVersion, add_goal, change_goal, goals_of, note_version

ACTIVE, DRAFT, DONE, DROPPED = "active", "draft", "done", "dropped"
FIRST_STEP = "goal_step"
_SET_GOAL = "set_goal"


def write_down(session: Session, talk: Talk, sealed: str) -> None:
    """A goal in a sentence: a draft from now on, so that nothing is lost if she goes on another day."""
    context, answers = session.context, talk.progress.answers
    if answers.get("do") != "replace" and at_hand(talk.facts, answers) is not None:
        return  # the goal at hand keeps its words until she has said all
    if heard_in(session, sealed) >= Severity.URGENT:
        return  # words of a crisis are with a person, and never asked after as a goal
    written = talk.facts.get(_SET_GOAL)
    if isinstance(written, int):
        change_goal(context.uow.db, written, words=sealed)
    else:
        written = add_goal(context.uow.db, context.person.id, sealed, context.now)
        talk.facts = {**talk.facts, _SET_GOAL: written}


def finished(session: Session, talk: Talk) -> None:
    """She has said what becomes of her goals."""
    ledger, answers = _Ledger(session), talk.progress.answers
    why = str(answers.get("changed") or "")
    if room := chosen(talk.facts, answers.get("room")):
        ledger.end(room, DONE if answers.get("room_how") == "done" else DROPPED)
    looked_at = at_hand(talk.facts, answers)
    if looked_at is not None and why == "done":
        ledger.end(looked_at, DONE, why=why)
    elif looked_at is not None and answers.get("do") in ("drop", "replace"):
        ledger.end(looked_at, DROPPED, what="replaced" if answers["do"] == "replace" else DROPPED, why=why)
    elif looked_at is not None and answers.get("do") == "keep":
        ledger.begin(looked_at, "kept", {}, why=why)
    goal = set_in(talk.facts, answers)
    sentence = answers.get("sentence")
    if goal is not None and sentence and heard_in(session, str(sentence)) < Severity.URGENT:
        what = "shrunk" if answers.get("do") == "shrink" else "set"
        ledger.begin(goal, what, _written(session, answers), why=why)
        _tell(session, answers)
    if (stray := talk.facts.get(_SET_GOAL)) and stray != goal:
        change_goal(session.context.uow.db, int(str(stray)), state=DROPPED)


def changed(session: Session, talk: Talk) -> None:
    """A part of a goal that she has set, or is setting, was answered anew."""
    goal, answers = set_in(talk.facts, talk.progress.answers), talk.progress.answers
    sentence = str(answers.get("sentence") or "")
    if talk.row.status in UNFINISHED and sentence:
        write_down(session, talk, sentence)
    elif goal is not None and sentence and heard_in(session, sentence) < Severity.URGENT:
        _Ledger(session).change(goal, _written(session, answers))


def reviewed(session: Session, talk: Talk, state: str) -> None:
    """How a goal is going, as she said in a check-in."""
    ledger, goal_id = _Ledger(session), talk.facts.get("about_goal")
    if not isinstance(goal_id, int) or goal_id not in ledger.goals:
        return
    if state in (DONE, DROPPED):
        ledger.end(goal_id, state)
        return
    goal = ledger.goals[goal_id]
    behind = goal.behind + 1 if state == "behind" else 0
    again = {"state": ACTIVE} if goal.state in (DONE, DROPPED) and ledger.has_room() else {}
    change_goal(session.context.uow.db, goal_id, behind=behind, reviewed_at=session.context.now, **again)


class _Ledger:
    """Her goals, read once; whatever changes one of them notes the version."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.goals: dict[int, Goal] = {
            goal.id: goal for goal in goals_of(session.context.uow.db, session.context.person.id) if goal.id is not None
        }

    def has_room(self) -> bool:
        """Another goal may be active."""
        return sum(goal.state == ACTIVE for goal in self.goals.values()) < MOST

    def end(self, goal_id: int, state: str, *, what: str = "", why: str = "") -> None:
        """It is done or dropped; its first step is asked after no more."""
        fulfil(self._session.context.uow.db, self._session.context.person.id, FIRST_STEP, about=goal_id)
        self._note(goal_id, what or state, why, state=state, behind=0)

    def begin(self, goal_id: int, what: str, columns: Mapping[str, object], *, why: str = "") -> None:
        """It is active from now on, with these columns; where three are already, it waits as a draft."""
        goal = self.goals.get(goal_id)
        if goal is None:
            return
        stays_a_draft = what == "kept" and goal.state == DRAFT
        begun = goal.state == ACTIVE or (self.has_room() and not stays_a_draft)
        if not begun and not stays_a_draft:
            self._session.post(self._session.notice("goal.waits"))
        state = ACTIVE if begun else DRAFT
        self._note(goal_id, what, why, state=state, behind=0, **columns)

    def change(self, goal_id: int, columns: Mapping[str, object]) -> None:
        """Its words are others now."""
        self._note(goal_id, "changed", "", **columns)

    def _note(self, goal_id: int, what: str, why: str, **columns: object) -> None:
        context, goal = self._session.context, self.goals.get(goal_id)
        if goal is None:
            return
        columns = {"reviewed_at": context.now, **columns}
        change_goal(context.uow.db, goal_id, **columns)
        for name, value in columns.items():
            setattr(goal, name, value)
        version = GoalVersion(
            goal_id=goal_id, person_id=context.person.id, at=context.now, what=what, why=why, words=goal.words,
            due_on=goal.due_on,
        )  # fmt: skip
        note_version(context.uow.db, version)


def _written(session: Session, answers: Mapping[str, Value]) -> dict[str, object]:
    """The columns of a goal as she gave them; words are sealed already.

    A first step in which something was heard is not named when it is asked after.
    """
    by, competence = answers.get("by"), str(answers.get("competence") or "")
    step = str(answers.get("first_step") or "")
    return {
        "words": answers["sentence"],
        "due_on": date.fromisoformat(by) if isinstance(by, str) else None,
        "competence": "" if competence == "none" else competence,
        "seen": str(answers.get("seen") or ""),
        "obstacle": str(answers.get("obstacle") or ""),
        "plan": str(answers.get("plan") or answers.get("plan_b") or ""),
        "step": step if step and heard_in(session, step) < Severity.ATTENTION else "",
    }


def _tell(session: Session, answers: Mapping[str, Value]) -> None:
    """Her coordinator hears that there is a goal, if she wants that: not what it says, which she tells herself."""
    told = answers.get("know")
    if isinstance(told, tuple) and "coordinator" in told:
        tell_coordinator(session.context, "news.goal_set")

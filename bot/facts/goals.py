"""Her goals as conversations speak of them: which are listed, which one is at hand, and what stands for it in texts.

A talk keeps the row ids it began with among its facts (`goal_rows`, `draft_rows`, `about_goal`), so that a button means
the same goal until the talk is over. `set_goal` is the row that a new sentence was written to.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property, partial

from babel.dates import format_date

from bot.facts.context import Context
from bot.words.language import Trusted, date_locale, say, translate
from flows.competences import COMPETENCES
from flows.conditions import Value
from flows.goals import ACTIVE, DRAFTS, MOST
from storage.goals import Goal, goals_of

IN_PLAY = ("active", "draft")
Values = Mapping[str, Value]


def to_look_at(goals: Sequence[Goal]) -> Goal | None:
    """The one to ask after next: what she is at before what she has not begun, then what was looked at longest ago."""
    return next((goal for state in IN_PLAY for goal in goals if goal.state == state), None)


class GoalsKnown:
    """Her goals at the moment a conversation begins; `about` is the row id of the one it is to speak of."""

    def __init__(self, context: Context, about: int = 0) -> None:
        self._context = context
        self._about = about

    @cached_property
    def all(self) -> list[Goal]:
        """Every goal of hers, the one that was looked at longest ago first."""
        return goals_of(self._context.uow.db, self._context.person.id)

    def listed(self, state: str) -> list[Goal]:
        """Those in this state that she can choose from, the oldest first."""
        mine = sorted((goal for goal in self.all if goal.state == state), key=lambda goal: goal.id or 0)
        return mine[:MOST]

    @property
    def to_look_at(self) -> Goal | None:
        """The one that a check-in asks after."""
        return to_look_at(self.all)

    @property
    def at_hand(self) -> Goal | None:
        """The one it is to speak of."""
        return next((goal for goal in self.all if goal.id == self._about), None) if self._about else None

    def rows(self) -> dict[str, Value]:
        """The row ids of what she can choose from."""
        return {
            "goal_rows": tuple(str(goal.id) for goal in self.listed("active")),
            "draft_rows": tuple(str(goal.id) for goal in self.listed("draft")),
        }


def chosen(facts: Values, choice: Value) -> int | None:
    """The row id of the goal behind an option such as `goal_2`."""
    for rows, options in ((facts.get("goal_rows"), ACTIVE), (facts.get("draft_rows"), DRAFTS)):
        if isinstance(rows, tuple) and choice in options:
            place = list(options).index(str(choice))
            return int(rows[place]) if place < len(rows) else None
    return None


def at_hand(facts: Values, answers: Values) -> int | None:
    """The row id of the goal that a talk speaks of: the one she chose, else the one it was opened about."""
    about = facts.get("about_goal")
    return chosen(facts, answers.get("which")) or (about if isinstance(about, int) else None)


def set_in(facts: Values, answers: Values) -> int | None:
    """The row id of the goal that is set in a talk: a new one, or the one at hand in a new sentence."""
    fresh, mine = facts.get("set_goal"), at_hand(facts, answers)
    if answers.get("do") == "replace" or mine is None:
        return fresh if isinstance(fresh, int) else None
    return mine


def goals_spoken_of(
    context: Context, facts: Values, answers: Values, goals: Sequence[Goal] | None = None
) -> Mapping[str, object]:
    """Placeholders of the goals that a talk speaks of.

    `goals` are all of hers; without them they are looked up when a text asks for one, all at once.
    """

    @cache
    def rows() -> Mapping[int | None, Goal]:
        mine = goals_of(context.uow.db, context.person.id) if goals is None else goals
        return {goal.id: goal for goal in mine}

    def words(goal: int | None, column: str = "words") -> str:
        sealed = str(getattr(rows()[goal], column)) if goal in rows() else ""
        return context.uow.open(context.person, sealed) if sealed else say("someone.goal", context.language)

    mine = at_hand(facts, answers)
    listed = {option: chosen(facts, option) for option in (*ACTIVE, *DRAFTS)}
    known: dict[str, object] = {option: partial(words, goal) for option, goal in listed.items() if goal is not None}
    if mine is not None:
        known |= {"goal": partial(words, mine), "first_step": partial(words, mine, "step")}
    if answers.get("sentence"):
        known["goal_card"] = partial(_card, context, answers)
    if answers.get("obstacle"):
        known["obstacle"] = partial(_part_of_a_sentence, context, answers, "obstacle")
    return known


def _card(context: Context, answers: Values) -> Trusted:
    """The goal that was set, read back: a line for each part she gave."""
    language = context.language
    by, competence = answers.get("by"), answers.get("competence")
    lines = [say("goal.card", language, goal=_given(context, answers, "sentence"))]
    if isinstance(by, str):
        lines.append(
            say("goal.by", language, when=format_date(date.fromisoformat(by), "long", locale=date_locale(language)))
        )
    if answers.get("seen"):
        lines.append(say("goal.seen", language, answer=_given(context, answers, "seen")))
    if isinstance(competence, str) and competence in COMPETENCES:
        named = translate(f"goals.competence.{competence}", COMPETENCES[competence], language)
        lines.append(say("goal.trains", language, title=named))
    if answers.get("plan"):
        obstacle = _part_of_a_sentence(context, answers, "obstacle")
        lines.append(say("goal.plan", language, obstacle=obstacle, answer=_given(context, answers, "plan")))
    if answers.get("first_step"):
        lines.append(say("goal.step", language, answer=_given(context, answers, "first_step")))
    return Trusted("\n".join(lines))


def _given(context: Context, answers: Values, step: str) -> str:
    return context.uow.open(context.person, str(answers[step]))


def _part_of_a_sentence(context: Context, answers: Values, step: str) -> str:
    return _given(context, answers, step).strip().rstrip(".,;:!")

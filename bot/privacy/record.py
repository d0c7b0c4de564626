"""Everything that is kept about one person, opened: the data behind her copy of it.

What staff noted for themselves and other people's identities are not part of it: whoever opened a case is named by
role.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

import orjson

from bot.facts.context import Context
from bot.facts.goals import goals_spoken_of
from bot.facts.placeholders import Placeholders
from bot.privacy.mentoring import mentoring_of
from bot.words.answers import chosen_words
from bot.words.language import translate
from flows import steps
from flows.steps import Flow, Kind, Question
from storage import absence, consent, conversations, linking, people, sharing
from storage.answer_changes import CHANGING, AnswerChange, answer_changes_of
from storage.attachments import attachments_of
from storage.cases import CaseLine, cases_of, changes_of, lines_of
from storage.contacts import contacts_of
from storage.conversations import Conversation
from storage.goals import Goal, goals_of, versions_of
from storage.lifts import pairs_of, wish_of
from storage.sharing import CaseSharing

Record: TypeAlias = dict[str, Any]
HERS = frozenset({"flag", "words", "answer", "reply"})
"""Kinds of case lines that she wrote or was sent."""
OPENED = "opened"
_ABOUT_HER = ("id", "name", "role", "email", "language", "timezone", "slack_id", "consented_at", "paused_until",
              "stopped_at")  # fmt: skip
_ABOUT_PLACEMENT = ("host", "supervisor", "role", "country", "starts_on", "ends_on", "cohort", "hours_per_week",
                    "remote", "home_country", "rhythm_days", "weekday", "hour", "next_checkin_at",
                    "ask_again_at", "missed", "question_weekday", "question_clock")  # fmt: skip
_ABOUT_CASE = ("number", "topic", "severity", "restricted", "state", "source", "opened_at", "deadline_at", "taken_at",
               "resolved_at", "outcome")  # fmt: skip
_PARTS = ("seen", "obstacle", "plan", "step")
"""What she wrote about a goal besides its sentence."""
_ABOUT_FILE = ("at", "kind", "media_type", "size", "state", "platform")


def record_of(context: Context) -> Record:
    """Everything that is kept about her, as data that can be written as JSON; words are opened, times are hers."""
    db, person, placement = context.uow.db, context.person, context.placement
    versions = versions_of(db, person.id)
    return {
        "as_of": _local(context, context.now),
        "person": _columns(context, person, _ABOUT_HER),
        "placement": _columns(context, placement, _ABOUT_PLACEMENT) | _looked_after_by(context),
        "consents": [_columns(context, row, ("version", "language", "channel", "given_at", "withdrawn_at"))
                     for row in consent.consents_of(db, person.id)],
        "accounts": [_columns(context, row, ("platform", "user", "chat", "seen_at", "unreachable_at"))
                     for row in people.accounts_of(db, person.id)],
        "conversations": _conversations(context),
        "goals": [
            {"words": context.uow.open(person, row.words)}
            | {name: context.uow.open(person, sealed) if (sealed := getattr(row, name)) else "" for name in _PARTS}
            | _columns(context, row, ("state", "created_at", "reviewed_at", "due_on", "competence"))
            | {"versions": [
                {"words": context.uow.open(person, each.words)}
                | _columns(context, each, ("at", "what", "why", "due_on"))
                for each in versions if each.goal_id == row.id
            ]}
            for row in goals_of(db, person.id)
        ],
        "absences": [_columns(context, row, ("starts_on", "ends_on", "noted_at"))
                     for row in absence.absences_of(db, person.id, date.min)],
        "contacts": [{"what": row.what, "at": _local(context, row.at)} for row in contacts_of(db, person.id)],
        "lifts": _lifts(context),
        "mentoring": _plain(context, mentoring_of(context)),
        "cases": _cases(context),
    }  # fmt: skip


def _looked_after_by(context: Context) -> Record:
    named = people.find_people(context.uow.db, {context.placement.coordinator_id, context.placement.mentor_id})
    return {
        role: named[person_id].name if person_id in named else ""
        for role, person_id in (
            ("coordinator", context.placement.coordinator_id),
            ("mentor", context.placement.mentor_id),
        )
    }


def _lifts(context: Context) -> Record:
    """Her place on the list of shared lifts; the other of a pair is not hers to know here."""
    db, her = context.uow.db, context.person.id
    wish = wish_of(db, her)
    return {
        "wish": wish and _columns(context, wish, ("arrive", "wished_at"))
        | {name: context.uow.open(context.person, getattr(wish, name)) for name in ("area", "reach")},
        "pairs": [{"found_at": _local(context, pair.found_at), "you_said": pair.said(her), "agreed": pair.agreed}
                  for pair in pairs_of(db, her)],
    }  # fmt: skip


def _conversations(context: Context) -> list[Record]:
    """Her talks; one in which an answer was only asked again is told where that answer stands."""
    db, person = context.uow.db, context.person
    changes, goals = answer_changes_of(db, person.id), goals_of(db, person.id)
    rows = [row for row in conversations.all_of(db, person.id) if row.flow != CHANGING]
    return [
        _conversation(context, row, [each for each in changes if each.conversation_id == row.id], goals) for row in rows
    ]


def _conversation(
    context: Context, row: Conversation, changes: Sequence[AnswerChange], goals: Sequence[Goal]
) -> Record:
    kept = conversations.find_script(context.uow.db, row.revision)
    flow = steps.from_json(orjson.loads(kept.body)) if kept else None
    answers, noted = _plain_values(orjson.loads(row.answers)), orjson.loads(row.progress)
    spoken_of = goals_spoken_of(context, _plain_values(noted.get("facts", {})), answers, goals)
    told = _Told(context, row.flow, flow, changes, _OrEllipsis(Placeholders(context, spoken_of)))
    return {
        "title": translate(f"flow.{row.flow}", flow.title, context.language) if flow else row.flow,
        "flow": row.flow,
        "script": row.revision,
        "answers": list(told.answers(answers)),
        "raised": noted.get("flags", []),
    } | _columns(context, row, ("status", "language", "opened_at", "touched_at", "ended_at"))


def _plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Answers or facts as a talk has them: JSON knows no tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


@dataclass(frozen=True)
class _Told:
    """One talk of hers; `known` is what its texts speak of."""

    context: Context
    name: str
    flow: Flow | None
    changes: Sequence[AnswerChange]
    known: Mapping[str, object]

    def answers(self, answers: Mapping[str, Any]) -> Iterator[Record]:
        """What she was asked, and what she said, now and before."""
        for step, value in answers.items():
            question = self.flow.question(step) if self.flow else None
            before = [
                {"at": _local(self.context, each.at), "answer": self._answer(question, orjson.loads(each.before))}
                for each in self.changes if each.step == step
            ]  # fmt: skip
            asked = self._asked(question) if question else step
            yield {"step": step, "question": asked, "answer": self._answer(question, value), "before": before}

    def _answer(self, question: Question | None, value: Any) -> Any:
        if value is None:
            return None
        if question is None or question.kind is Kind.TEXT:
            # Of a question whose script is lost nobody knows the kind: what can be opened was words.
            words = self.context.uow.open(self.context.person, str(value))
            return words if question else words or value
        picked = tuple(value) if isinstance(value, list) else value
        return chosen_words(self.name, question, picked, self.context.language, self.known)

    def _asked(self, question: Question) -> str:
        """A question as she was asked it. What an old script speaks of and nobody knows any more is an ellipsis."""
        return translate(f"{self.name}.{question.id}", question.text, self.context.language).format_map(self.known)


class _OrEllipsis(dict[str, object]):
    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__()
        self._values = values

    def __missing__(self, name: str) -> object:
        return self._values.get(name, "…")


def _cases(context: Context) -> list[Record]:
    cases = cases_of(context.uow.db, context.person.id)
    ids = [case.id for case in cases if case.id is not None]
    lines = [line for line in lines_of(context.uow.db, ids) if line.kind in HERS]
    changes, files = changes_of(context.uow.db, ids), attachments_of(context.uow.db, ids)
    staff = people.find_people(context.uow.db, {change.who for change in changes})
    allowed, compared = sharing.sharing_in(context.uow.db, ids), linking.filed_under(context.uow.db, ids)
    follows, numbers = dict(linking.linked_with(context.uow.db, ids)), {case.id: case.number for case in cases}
    return [
        _columns(context, case, _ABOUT_CASE)
        | {
            "said": [_said(context, line) for line in lines if line.case_id == case.id],
            "allowed": _allowed(context, allowed.get(case.id or 0)),
            "compared": sorted(compared.get(case.id or 0, ())),
            "follows": numbers.get(follows.get(case.id or 0), ""),
            "sent": [_columns(context, each, _ABOUT_FILE) for each in files if each.case_id == case.id],
            "opened_by": [
                {"role": staff[change.who].role if change.who in staff else "", "at": _local(context, change.at)}
                for change in changes if change.case_id == case.id and change.what == OPENED
            ],
        }
        for case in cases
    ]  # fmt: skip


def _allowed(context: Context, given: CaseSharing | None) -> Record:
    """What she allowed, by the ids of her answers, and when or where she must not be contacted."""
    if given is None:
        return {}
    return {"unsafe": context.uow.open(context.person, given.unsafe)} | _columns(
        context, given, ("who", "work", "guess", "how", "since")
    )


def _said(context: Context, line: CaseLine) -> Record:
    return {
        "from": "team" if line.kind == "reply" else "you",
        "words": context.uow.open(context.person, line.body),
        "signs": line.marks.split(),
    } | _columns(context, line, ("at", "kind", "source", "severity"))


def _columns(context: Context, row: object, names: tuple[str, ...]) -> Record:
    return {name: _plain(context, getattr(row, name)) for name in names}


def _plain(context: Context, value: object) -> object:
    match value:
        case datetime():
            return _local(context, value)
        case date():
            return value.isoformat()
        case dict():
            return {name: _plain(context, each) for name, each in value.items()}
        case list():
            return [_plain(context, each) for each in value]
        case _:
            return value


def _local(context: Context, moment: datetime) -> str:
    return moment.astimezone(context.zone).isoformat(timespec="minutes")

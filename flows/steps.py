"""What a flow is made of: frozen data, JSON in and out.

A flow is a flat list of items in the order they are written. A branch is a condition (`when`) on each item inside it,
so a walk only ever goes forward: to the next item whose condition holds.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, TypeAlias

from flows import condition_json
from flows.cadence import Cadence
from flows.conditions import AllOf, Comparison, Condition, Fell, Says, Test, fact_in, tests_in
from flows.severity import Severity
from flows.wording import Wording

ALWAYS = AllOf(())
Subject: TypeAlias = Literal["case", "goal", "mentorship"]
"""What a conversation may speak of, one row of it."""


class Kind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    YES_NO = "yes_no"
    CHOICE = "choice"
    MANY = "many"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"


class Reader(StrEnum):
    """Who reads an answer, as the student is told beside a sensitive question."""

    NOBODY_SAID = ""
    COORDINATOR = "coordinator"
    SAFEGUARDING = "safeguarding"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: a stable id and the English label that people see; offered only when `when` holds."""

    id: str
    label: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Question:
    """A step we wait on.

    `limit` is the longest text in characters, or the most options that may be picked; `lowest` and `highest` bound a
    number or a scale; `alone` are options that complete a `many` at once; `locked` steps may not be re-worded or
    removed by a programme, `removable` ones may be switched off; `stacked` puts each button on a row of its own; the
    options of a `bare` question stand for the controls (skip, later, urgent help) too, so none are put under it.
    """

    id: str
    text: str
    kind: Kind
    when: Condition = ALWAYS
    options: tuple[Option, ...] = ()
    required: bool = False
    limit: int = 0
    lowest: int = 0
    highest: int = 0
    low: str = ""
    high: str = ""
    alone: tuple[str, ...] = ()
    reader: Reader = Reader.NOBODY_SAID
    locked: bool = False
    stacked: bool = False
    bare: bool = False
    removable: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Say:
    """Something said without waiting for an answer."""

    id: str
    text: str
    when: Condition = ALWAYS
    locked: bool = False
    removable: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The number in a flag's condition that a programme may move: the comparison it stands in, and its bounds."""

    test: Test | Fell
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Raised once in a conversation, as soon as it is true; `restricted` cases are read by safeguarding only.

    One raised `anew` opens a case of its own, also where one about the same is open. A `remark` stands below her
    answers in the case: what they mean to whoever reads it.
    """

    id: str
    severity: Severity
    topic: str
    when: Condition = ALWAYS
    restricted: bool = False
    anew: bool = False
    remark: str = ""
    tunable: Threshold | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Opening:
    """Another conversation opens: right after this one, or so many days later."""

    id: str
    conversation: str
    when: Condition = ALWAYS
    after_days: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """A place where a programme may add questions of its own."""

    id: str
    when: Condition = ALWAYS


Item: TypeAlias = Question | Say | Flag | Opening | Room
_KINDS: dict[str, type[Item]] = {
    "question": Question, "say": Say, "flag": Flag, "opening": Opening, "room": Room,
}  # fmt: skip
_MARKS = frozenset({"removable", "tunable"})
"""What a programme may change before anybody is asked. The script that is asked does not hold it: marking a step is no
other revision."""


@dataclass(frozen=True)
class Flow:
    """One conversation, ready to be walked.

    `expires_after_days` is how long an unfinished one stays open. `framework` names the scales that are asked; it
    stands beside the answers, and answers on other scales are never compared. In a `report` every answer belongs in
    the case that a flag of it opens; a `complaint` is one case from beginning to end; `cadence` is how often it comes
    of its own accord, None where it does not; `about` is what it speaks of when it was promised or opened about
    something: none of these four is part of the script that is asked.
    """

    id: str
    title: str
    expires_after_days: int
    items: tuple[Item, ...]
    cadence: Cadence | None = field(default=None, compare=False)
    report: bool = field(default=False, compare=False)
    complaint: bool = field(default=False, compare=False)
    framework: str = ""
    about: Subject = field(default="case", compare=False)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The steps we wait on, in order."""
        return tuple(item for item in self.items if isinstance(item, Question))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The names of the facts that its conditions look at, in alphabetical order."""
        return tuple(sorted({fact for test in self._tests if (fact := fact_in(test))}))

    @cached_property
    def readings(self) -> Mapping[str, tuple[str, ...]]:
        """What its conditions want to know of her words, by step."""
        wanted = [test for test in self._tests if isinstance(test, Says)]
        return {each.name: tuple(sorted({it.what for it in wanted if it.name == each.name})) for each in wanted}

    @cached_property
    def _tests(self) -> tuple[Comparison, ...]:
        conditions = (each for item in self.items if not isinstance(item, Room) for each in conditions_of(item))
        return tuple(test for condition in conditions for test in tests_in(condition))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {item.id: place for place, item in enumerate(self.items)}

    def place(self, item_id: str) -> int:
        """The position of an item in `items`.

        Raises:
            KeyError: no item has this id.
        """
        return self._places[item_id]

    def question(self, step: str) -> Question | None:
        """The question with this id, or None."""
        item = self.items[self._places[step]] if step in self._places else None
        return item if isinstance(item, Question) else None

    @cached_property
    def revision(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of the canonical JSON: the same words, the same revision."""
        canonical = json.dumps(to_json(self), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def conditions_of(item: Item) -> tuple[Condition, ...]:
    """What an item waits for, and what each option of a question does."""
    options = item.options if isinstance(item, Question) else ()
    return (item.when, *(option.when for option in options))


def to_json(flow: Flow) -> dict[str, Any]:
    """The flow as plain JSON data; `from_json` gives it back unchanged."""
    return {
        "id": flow.id,
        "title": flow.title,
        "expires_after_days": flow.expires_after_days,
        "items": [_item_to_json(item) for item in flow.items],
        **({"framework": flow.framework} if flow.framework else {}),
    }


def from_json(data: dict[str, Any]) -> Flow:
    """The flow that `to_json` wrote, also by an older release: fields it did not know take their defaults.

    Raises:
        KeyError, ValueError: the data are not a flow.
    """
    items = tuple(_item_from_json(item) for item in data["items"])
    return Flow(data["id"], data["title"], data["expires_after_days"], items, framework=data.get("framework", ""))


def _item_to_json(item: Item) -> dict[str, Any]:
    kind = next(word for word, cls in _KINDS.items() if isinstance(item, cls))
    # Defaults are left out, so that a new field with a default does not change the revision of scripts without it.
    fields = {
        name: value
        for name in item.__slots__
        if name not in _MARKS and (value := getattr(item, name)) != type(item).__dataclass_fields__[name].default
    }
    return {"item": kind} | {name: _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> Any:
    match value:
        case Condition():
            return condition_json.to_json(value)
        case Severity():
            return value.word
        case Kind() | Reader():
            return value.value
        case Wording():
            return dict(value.languages)
        case tuple():
            return [_option_to_json(part) if isinstance(part, Option) else part for part in value]
        case _:
            return value


def _option_to_json(option: Option) -> list[Any]:
    plain = [option.id, _plain(option.label)]
    return plain if option.when == ALWAYS else [*plain, condition_json.to_json(option.when)]


def _option_from_json(option_id: str, label: Any, when: Any = None) -> Option:
    return Option(option_id, _read("label", label), condition_json.from_json(when) if when else ALWAYS)


def _item_from_json(data: dict[str, Any]) -> Item:
    fields = {name: _read(name, value) for name, value in data.items() if name != "item"}
    return _KINDS[data["item"]](**fields)


def _read(name: str, value: Any) -> Any:
    match name:
        case "when":
            return condition_json.from_json(value)
        case "severity":
            return Severity.of(value)
        case "kind":
            return Kind(value)
        case "reader":
            return Reader(value)
        case "options":
            return tuple(_option_from_json(*option) for option in value)
        case "alone":
            return tuple(value)
        case _:
            return Wording(value) if isinstance(value, dict) else value

"""A programme's own questions, asked where a conversation leaves room."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.programmes.overlay.form.shapes import (
    ManyFlag,
    NumberFlag,
    Own,
    OwnChoice,
    OwnDate,
    OwnFlag,
    OwnMany,
    OwnNumber,
    OwnScale,
    OwnText,
    OwnYesNo,
    PickFlag,
    Words,
)  # fmt: skip
from bot.programmes.overlay.report import Key, Report, nearest
from bot.words.language import LANGUAGES, say
from flows.blocks import RESTRICTED_TOPICS
from flows.conditions import AllOf, Condition, Test
from flows.severity import Severity
from flows.steps import ALWAYS, Flag, Flow, Item, Kind, Option, Question, Reader, Room
from flows.wording import Wording

_SCALE = (1, 5)


def furnished(flow: Flow, rooms: Mapping[str, Sequence[Own]], gone: frozenset[str], report: Report) -> Flow:
    """The conversation with these questions in its rooms, each under an id that begins with `own_`."""
    found = {item.id: item for item in flow.items if isinstance(item, Room)}
    asked, inside = set[str](), dict[str, list[Item]]()
    for room_id, questions in rooms.items():
        room = found.get(room_id)
        if room is None:
            away = "is inside what is switched off" if room_id in gone else "is no room of this conversation"
            report.refuse((flow.id, "rooms", room_id), f"{away}: {nearest(room_id, found, 'it has')}")
            continue
        for question in questions:
            if question.id in asked:
                key: Key = (flow.id, "rooms", room_id, question.id)
                report.refuse(key, "has the id of another question of yours: give each an id of its own")
                continue
            asked.add(question.id)
            inside.setdefault(room_id, []).extend(_items(question, room))
            report.changed(flow.id, f"{own_id(question)} is asked")
    items = [new for item in flow.items for new in (item, *inside.get(item.id, ()))]
    return replace(flow, items=tuple(items))


def own_id(question: Own) -> str:
    """The step of a programme's own question."""
    return f"own_{question.id}"


def own_flag_id(question: Own) -> str:
    """Its flag."""
    return f"own_{question.id}_flag"


def _items(question: Own, room: Room) -> list[Item]:
    asked = replace(_question(question), when=room.when, reader=Reader(question.reader or ""))
    flag: OwnFlag | None = getattr(question, "flag", None)
    if flag is None:
        return [asked]
    raised = _condition(asked.id, flag)
    when = raised if room.when == ALWAYS else AllOf((room.when, raised))
    restricted = flag.topic in RESTRICTED_TOPICS
    return [asked, Flag(own_flag_id(question), Severity.of(flag.severity), flag.topic, when, restricted)]


def _question(question: Own) -> Question:
    step, text = own_id(question), _worded(question.text)
    match question:
        case OwnScale():
            lowest, highest = _SCALE
            low, high = _worded(question.low), _worded(question.high)
            return Question(step, text, Kind.SCALE, lowest=lowest, highest=highest, low=low, high=high)
        case OwnYesNo():
            ids = ("yes", "no", "not_sure") if question.not_sure else ("yes", "no")
            return Question(step, text, Kind.YES_NO, options=tuple(map(_ours, ids)))
        case OwnChoice():
            return Question(step, text, Kind.CHOICE, options=_options(question), stacked=len(question.options) > 3)
        case OwnMany():
            limit = len(question.options) if question.limit is None else question.limit
            alone = tuple(question.alone)
            return Question(step, text, Kind.MANY, options=_options(question), limit=limit, alone=alone)
        case OwnText():
            return Question(step, text, Kind.TEXT, limit=question.limit)
        case OwnNumber():
            return Question(step, text, Kind.NUMBER, lowest=question.lowest, highest=question.highest)
        case OwnDate():
            return Question(step, text, Kind.DATE)
        case _:
            raise AssertionError(f"no question for {type(question).__name__}")


def _condition(step: str, flag: OwnFlag) -> Condition:
    match flag:
        case NumberFlag(at_most=int(number)):
            return Test("answer", step, "at_most", number)
        case NumberFlag():
            return Test("answer", step, "at_least", flag.at_least)
        case PickFlag(options=[option]):
            return Test("answer", step, "is", option)
        case PickFlag():
            return Test("answer", step, "among", tuple(flag.options))
        case ManyFlag():
            return Test("answer", step, "includes", flag.includes)
        case _:
            raise AssertionError(f"no condition for {type(flag).__name__}")


def _options(question: OwnChoice | OwnMany) -> tuple[Option, ...]:
    return tuple(Option(one.id, Wording({"en": one.en, "nb": one.nb})) for one in question.options)


def _ours(option: str) -> Option:
    return Option(option, Wording({language: say(f"own.{option}", language) for language in LANGUAGES}))


def _worded(words: Words) -> Wording:
    return Wording(words.model_dump())

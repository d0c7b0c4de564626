"""Ids, and whether each question has what its kind needs."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from bot.engine.checks.finding import Finding
from bot.engine.machine import ENDED
from bot.words.buttons import LAST_ROW_ID, OPTION_ID, STEP_ID, Control, answer_data, control_data
from bot.words.limits import ALL
from flows.severity import Severity
from flows.steps import Flag, Flow, Kind, Question

MAY_BE_REQUIRED = (Kind.CHOICE, Kind.TEXT)
"""Consent is a choice, and a request that somebody reads needs its words; everything else can be skipped."""

LONGEST_DATA = min(limits.button_data_bytes for limits in ALL)
MOST_OPTIONS = min(limits.buttons for limits in ALL) - len(get_args(Control))
"""Below the options stand "skip", "back" and the other controls."""


def check_shape(flow: Flow) -> Iterator[Finding]:
    """Findings about ids, kinds of questions and flags."""
    if not STEP_ID.fullmatch(flow.id):
        yield Finding(flow.id, "", f"a conversation's id matches {STEP_ID.pattern}: rename it")
    if flow.expires_after_days < 1:
        yield Finding(flow.id, "", "it expires before it begins: set expires_after_days to 1 or more")
    if not flow.questions and all(isinstance(item, Flag) for item in flow.items):
        yield Finding(flow.id, "", "it neither says nor asks anything: write at least one talk.say(...)")
    for item_id, count in Counter(item.id for item in flow.items).items():
        if count > 1:
            yield Finding(flow.id, item_id, f"{count} items have this id: give each an id of its own")
        if not STEP_ID.fullmatch(item_id):
            yield Finding(flow.id, item_id, f"an item's id matches {STEP_ID.pattern}: rename it")
        if item_id == ENDED:
            yield Finding(flow.id, item_id, f"{ENDED!r} is where a conversation is when it is over: rename the step")
    for item in flow.items:
        messages = _question(item) if isinstance(item, Question) else _flag(item) if isinstance(item, Flag) else ()
        yield from (Finding(flow.id, item.id, message) for message in messages)


def _flag(flag: Flag) -> Iterator[str]:
    if flag.severity is Severity.NONE:
        yield "a flag of severity none tells nobody: use info, attention, urgent or emergency, or remove it"
    if not flag.topic:
        yield "a flag needs a topic: a case is opened under it"


def _question(question: Question) -> Iterator[str]:
    if question.required and question.kind not in MAY_BE_REQUIRED:
        yield f"a {question.kind} question can always be skipped: remove required=True"
    yield from _options(question)
    match question.kind:
        case Kind.SCALE:
            yield from _scale(question)
        case Kind.NUMBER if question.lowest >= question.highest:
            yield f"no number lies from {question.lowest} to {question.highest}: set lowest below highest"
        case Kind.TEXT if question.limit < 1:
            yield "a text needs a limit in characters: write limit=300"
        case Kind.MANY:
            yield from _many(question)
        case _:
            pass


def _scale(question: Question) -> Iterator[str]:
    if not 1 <= question.lowest < question.highest <= 9:
        yield f"a scale from {question.lowest} to {question.highest} cannot be tapped: keep within 1 to 9"
    if not (question.low and question.high):
        yield "a scale needs words at both ends: write low=... and high=..."


def _many(question: Question) -> Iterator[str]:
    ids = [option.id for option in question.options]
    for option in question.alone:
        if option not in ids:
            yield f"alone names {option!r}, which is no option: use one of {', '.join(ids)}"
    if not 1 <= question.limit <= len(ids):
        yield f"at most {question.limit} of {len(ids)} options cannot be picked: set at_most from 1 to {len(ids)}"


def _options(question: Question) -> Iterator[str]:
    options = question.options
    if question.kind in (Kind.CHOICE, Kind.MANY, Kind.YES_NO) and len(options) < 2:
        yield f"a question with {len(options)} option(s) leaves nothing to choose: give at least two"
    if len(options) > MOST_OPTIONS:
        yield f"{len(options)} options do not fit under one message: keep to {MOST_OPTIONS}"
    for option_id, count in Counter(option.id for option in options).items():
        if count > 1:
            yield f"{count} options have the id {option_id!r}: give each an id of its own"
        if not OPTION_ID.fullmatch(option_id):
            yield f"the option id {option_id!r} does not match {OPTION_ID.pattern}: rename it"
    for data in _button_data(question):
        if len(data.encode()) > LONGEST_DATA:
            yield f"a button would carry {data!r}, more than {LONGEST_DATA} bytes: shorten the step's or option's id"


def _button_data(question: Question) -> Iterator[str]:
    yield max((control_data(LAST_ROW_ID, question.id, word) for word in get_args(Control)), key=len)
    for option in question.options:
        yield answer_data(LAST_ROW_ID, question.id, option.id)

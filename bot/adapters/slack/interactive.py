"""What a pressed button and a sent form mean."""

from dataclasses import dataclass
from hashlib import sha256
from typing import cast

import orjson

from bot.adapters.slack import render, views
from bot.adapters.slack.payload import PLATFORM, Payload, Unparsable, first_of, part_at, text_at
from bot.cases.verbs import read_button
from bot.intake.inbound import CaseAct, Inbound, Kind
from bot.words.outgoing import Form


@dataclass(frozen=True, slots=True)
class OpenForm:
    """She wants to answer in a private form: nothing is known yet, so the door hears of it when she sends it."""

    user: str
    chat: str
    form: Form


def press(body: Payload) -> Inbound | CaseAct | OpenForm | None:
    """A button of ours, or None for what is not ours: a link, another app's element, a select.

    Raises:
        Unparsable: it is our button and lacks what we put on it, or the person.
    """
    action = first_of(body, "actions")
    name, data = text_at(action, "action_id"), text_at(action, "value")
    trigger, moment = text_at(body, "trigger_id"), text_at(action, "action_ts")
    act = read_button(data)
    if not act and not name.startswith((render.TAP, render.FORM)):
        return None
    user = text_at(body, "user", "id")
    # One click has one trigger and one time; a second click on the same button is another event.
    event_id = f"press:{user}:{trigger}:{moment}"
    if not user or not (trigger or moment):
        raise Unparsable(event_id, "trigger_id" if user else "user.id")
    if not data:
        raise Unparsable(event_id, "actions.value")
    if act:
        return CaseAct(PLATFORM, event_id, user, *act)
    chat = text_at(body, "channel", "id") or text_at(body, "container", "channel_id") or user
    if name.startswith(render.FORM):
        return OpenForm(user, chat, _form(event_id, data))
    shown = text_at(body, "container", "message_ts") or text_at(body, "message", "ts")
    private = chat[0] not in "CG"
    ref = f"{chat}:{shown}" if shown else ""
    return Inbound(PLATFORM, event_id, Kind.TAP, user, chat, private, data=data, ref=ref)


def submission(body: Payload) -> Inbound | CaseAct | None:
    """A form of ours that was sent, or None for another's.

    Raises:
        Unparsable: it is our form and does not hold what we put into it, or the person.
    """
    view = part_at(body, "view")
    name = text_at(view, "callback_id")
    if name not in {views.CASE, views.FORM}:
        return None
    # The same window sent twice is one event; its next page, or the page with other words in it, is another.
    held = orjson.dumps([text_at(view, "private_metadata"), part_at(view, "state")], option=orjson.OPT_SORT_KEYS)
    event_id = f"form:{text_at(view, 'id')}:{text_at(view, 'hash')}:{sha256(held).hexdigest()[:16]}"
    user = text_at(body, "user", "id")
    if not user or not text_at(view, "id"):
        raise Unparsable(event_id, "view.id" if user else "user.id")
    kept, values = _kept(event_id, view), _values(view)
    if name == views.CASE:
        return _case_form(event_id, user, kept, values)
    data, chat = text_at(kept, "data"), text_at(kept, "chat") or user
    return Inbound(PLATFORM, event_id, Kind.TEXT, user, chat, text=values.get(views.WORDS, ""), answers=data)


def _case_form(event_id: str, user: str, kept: Payload, values: dict[str, str]) -> CaseAct:
    case, verb = kept.get("case"), text_at(kept, "verb")
    if not isinstance(case, int) or not verb:
        raise Unparsable(event_id, "view.private_metadata")
    also = {key: value for key, value in part_at(kept, "kept").items() if isinstance(value, str)}
    return CaseAct(PLATFORM, event_id, user, verb, case, also | values)


def _kept(event_id: str, view: Payload) -> Payload:
    try:
        kept = orjson.loads(text_at(view, "private_metadata"))
    except orjson.JSONDecodeError:
        kept = None
    if not isinstance(kept, dict):
        raise Unparsable(event_id, "view.private_metadata")
    return kept


def _values(view: Payload) -> dict[str, str]:
    """What was filled in, by block: typed text as it is, a choice by its value, "" where nothing was."""
    filled = part_at(part_at(view, "state"), "values")
    return {block: _value(next(iter(part_at(filled, block).values()), None)) for block in filled}


def _value(element: object) -> str:
    return text_at(element, "value") or text_at(element, "selected_option", "value")


def _form(event_id: str, packed: str) -> Form:
    try:
        title, label, submit, cancel, data, limit = cast(tuple[str, str, str, str, str, int], orjson.loads(packed))
        return Form("", title, label, submit, cancel, data, limit)
    except (ValueError, TypeError) as unreadable:
        raise Unparsable(event_id, "actions.value") from unreadable

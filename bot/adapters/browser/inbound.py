"""What the page posts, read into what the rest of the program knows. Pure."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from bot.cases.attachments import SentFile
from bot.cases.verbs import read_button
from bot.intake.inbound import CaseAct, Event, Inbound, Kind

PLATFORM = "browser"
DATA, EVENT, FIELD, TEXT = "data", "event", "field:", "text"
"""How the page names what it posts; a case's form puts `field:` before the names of its fields."""

Posted: TypeAlias = Mapping[str, str]

_EVENT_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_MEDIA = frozenset({"voice", "photo"})
_LARGEST_ID = 2**63 - 1


class Unparsable(Exception):
    """Something that we need is missing or of another shape than our page posts. `reason` never quotes it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def event_id(posted: Posted) -> str:
    """The page's own id of the event, the same when it tries again.

    Raises:
        Unparsable: it has none.
    """
    found = posted.get(EVENT, "")
    if not _EVENT_ID.fullmatch(found):
        raise Unparsable("no event id")
    return found


def said(posted: Posted, user: str) -> Inbound:
    """Words typed on a phone, exactly as typed; a browser posts line ends as CR LF."""
    text = posted.get(TEXT, "").replace("\r\n", "\n").replace("\0", "")
    return Inbound(PLATFORM, event_id(posted), Kind.TEXT, user, user, text=text)


def showed(posted: Posted, user: str) -> Inbound:
    """A photo or a voice message. The page has no camera: it sends the example of its kind."""
    media = posted.get("media", "")
    if media not in _MEDIA:
        raise Unparsable("unknown media")
    files = (SentFile(media, media),)
    return Inbound(PLATFORM, event_id(posted), Kind.MEDIA, user, user, media=media, files=files)


def tapped(posted: Posted, user: str, chat: str) -> Event:
    """A button under a message or on a card."""
    data = posted.get(DATA, "")
    if case := read_button(data):
        return _act(posted, user, *case)
    ref = posted.get("post", "")
    return Inbound(PLATFORM, event_id(posted), Kind.TAP, user, chat, private=chat == user, data=data, ref=ref)


def filled_in(posted: Posted, user: str) -> CaseAct:
    """A case's form: the verb and the case stand in its data, as on a button."""
    case = read_button(posted.get(DATA, ""))
    if case is None:
        raise Unparsable("no case")
    return _act(posted, user, *case)


def opened(posted: Posted, user: str) -> Inbound:
    """A coordinator looks at her own page."""
    return Inbound(PLATFORM, event_id(posted), Kind.OPENED, user, user, text="home")


def _act(posted: Posted, user: str, verb: str, case: int) -> CaseAct:
    if case > _LARGEST_ID:
        raise Unparsable("no such case")
    named = {name.removeprefix(FIELD): words for name, words in posted.items() if name.startswith(FIELD)}
    fields = {name: words.replace("\r\n", "\n").replace("\0", "") for name, words in named.items()}
    return CaseAct(PLATFORM, event_id(posted), user, verb, case, fields)

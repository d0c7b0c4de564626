"""What comes in, the same for every platform."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from bot.cases.attachments import SentFile


class Kind(StrEnum):
    """What happened in a chat."""

    TEXT = "text"
    TAP = "tap"
    MEDIA = "media"
    EDITED = "edited"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    MOVED = "moved"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Inbound:
    """Something a person did in a chat.

    `event_id` is the platform's own id of the event: the same id twice is the same event. `user` and `chat` are the
    platform's ids as text. `private` is false in groups and channels. `text` is a message, a caption, or a command
    with its slash. `data` is what the tapped button carries and `ref` the id of the message involved (Slack: `ts`).
    `media` names what was sent instead of words: photo, voice, audio, video, sticker, document, location, contact,
    poll, other. `language` and `email` are what the platform says of the account, if it does. `moved_to` is the new
    chat id of a group that became a supergroup. `answers` is the button data of the question that a private form
    answers. `album` is the same for all pictures that were sent together, `files` what of it a
    person could look at. `resolved` is false while the platform
    could not be asked whose account it is.
    """

    platform: str
    event_id: str
    kind: Kind
    user: str
    chat: str
    private: bool = True
    text: str = ""
    data: str = ""
    ref: str = ""
    media: str = ""
    language: str = ""
    email: str = ""
    moved_to: str = ""
    answers: str = ""
    album: str = ""
    files: tuple[SentFile, ...] = ()
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class CaseAct:
    """Something a coordinator did with a case: pressed a button on a card or sent a form.

    `verb` is the word the button carries, `case` the case's row id (a cohort's or a batch's where it is about these),
    `fields` what a form held. `event_id` is the platform's id of the event (for a form: the view's id and its
    submission's hash), so that a redelivery acts once.
    """

    platform: str
    event_id: str
    user: str
    verb: str
    case: int
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnonymousWords:
    """Words sent without a name: a new report where it `begins` one, else more under its code.

    `event_id` says nothing of who sent them. `about` is an option of the form's question (see
    `flows.notices.anonymous`) or "", `workplace` the name of one as it was typed, or "".
    """

    platform: str
    event_id: str
    code: str = field(repr=False)
    text: str = field(repr=False)
    language: str
    begins: bool = False
    about: str = ""
    workplace: str = field(default="", repr=False)


Event: TypeAlias = Inbound | CaseAct | AnonymousWords

"""Telegram's updates, read into what the rest of the program knows. Pure; core.telegram.org/bots/api#update."""

import re
from dataclasses import dataclass
from typing import Any

from bot.cases.attachments import MOST_BYTES, SentFile
from bot.intake.inbound import Inbound, Kind

PLATFORM = "telegram"

# In this order: an animation comes with a document beside it, a venue with a location.
_MEDIA = {
    "photo": "photo",
    "voice": "voice",
    "audio": "audio",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "sticker": "sticker",
    "document": "document",
    "location": "location",
    "contact": "contact",
    "poll": "poll",
}

_FILES = ("photo", "voice", "audio", "video", "video_note", "animation", "document")
"""Fields of a message that hold a file; an animation comes with a document beside it."""

# What Telegram itself reports in a chat ("the group has a new photo"). Nearly all such fields end in what happened; a
# field that nobody has met yet and that does not is taken for content, and answered kindly instead of with silence.
_REPORT = re.compile(
    r".+_(added|allowed|approved|changed|closed|completed|created|declined|deleted|done|edited|ended|failed|hidden"
    r"|invited|left|members|paid|purchased|refunded|removed|reopened|scheduled|sent|set|shared|started|triggered"
    r"|unhidden|winners)"
    r"|left_chat_member|new_chat_(title|photo)|delete_chat_photo|migrate_(to|from)_chat_id|pinned_message"
    r"|(successful|refunded)_payment|connected_website|passport_data|web_app_data|gift|unique_gift"
)
_COMMAND = re.compile(r"/(?P<command>\w{1,32})(@(?P<whom>\w+))?(?P<rest>(\s.*)?)", re.DOTALL)


class Unparsable(Exception):
    """Something that we need has another shape than the Bot API says. `reason` names the field, never its content."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Account:
    """The bot's own account, as getMe tells; empty until it has answered."""

    id: str = ""
    username: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update that has been read: what happened, if it concerns us, and the id of the tap to be answered, if any."""

    inbound: Inbound | None = None
    callback: str = ""


def update_id(update: object) -> int | None:
    """The update's number, or None where it has none."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def read(update: object, account: Account) -> Arrived:
    """What a raw update says. Kinds of updates that are not for us are an empty `Arrived`.

    Raises:
        Unparsable: a field that we need is missing or has the wrong shape.
    """
    number = update_id(update)
    if number is None or not isinstance(update, dict):
        raise Unparsable("update_id")
    event = str(number)
    if (message := update.get("message")) is not None:
        return Arrived(_message(event, _object(message, "message"), account))
    if (message := update.get("edited_message")) is not None:
        return Arrived(_edited(event, _object(message, "edited_message")))
    if (tap := update.get("callback_query")) is not None:
        return _tap(event, _object(tap, "callback_query"))
    if (change := update.get("my_chat_member")) is not None:
        return Arrived(_membership(event, _object(change, "my_chat_member")))
    return Arrived()


def _message(event: str, message: dict[str, Any], account: Account) -> Inbound | None:
    chat, private = _chat(message)
    sender = _sender(message)
    if (moved_to := message.get("migrate_to_chat_id")) is not None:
        who = _id(sender.get("id"), "from.id") if sender else ""
        return Inbound(PLATFORM, event, Kind.MOVED, who, chat, private=False, moved_to=_id(moved_to, "moved_to"))
    text, media = _content(message)
    if sender is None or not (text or media) or (private is None):
        return None
    if private:
        text = _command(text, None) or text
    elif not (text := _addressed(text, message, account)):
        return None
    return Inbound(
        PLATFORM,
        event,
        Kind.MEDIA if media else Kind.TEXT,
        _id(sender.get("id"), "from.id"),
        chat,
        private=private,
        text=text,
        ref=_ref(message),
        media=media,
        language=_language(sender),
        album=_album(message),
        files=_files(message, media),
    )


def _files(message: dict[str, Any], media: str) -> tuple[SentFile, ...]:
    """What of a message a person could look at or listen to; of a photo's sizes the largest that we take."""
    field = next((field for field in _FILES if message.get(field) is not None), "")
    found = message.get(field)
    sizes = [each for each in (found if isinstance(found, list) else [found]) if isinstance(each, dict)]
    # Telegram names the sizes of a photo from the smallest to the largest.
    known = [SentFile(each["file_id"], media, _bytes(each)) for each in sizes if isinstance(each.get("file_id"), str)]
    taken = [each for each in known if each.size <= MOST_BYTES]
    return tuple(taken[-1:] or known[:1])


def _bytes(file: dict[str, Any]) -> int:
    size = file.get("file_size")
    return size if isinstance(size, int) and not isinstance(size, bool) and size > 0 else 0


def _album(message: dict[str, Any]) -> str:
    """The same for all pictures that were sent together, "" for one alone."""
    album = message.get("media_group_id")
    return album if isinstance(album, str) else ""


def _edited(event: str, message: dict[str, Any]) -> Inbound | None:
    chat, private = _chat(message)
    sender = _sender(message)
    text = _text(message, "text") or _text(message, "caption")
    # A live location is "edited" every few seconds, without a word.
    if sender is None or not private or not text:
        return None
    user = _id(sender.get("id"), "from.id")
    return Inbound(PLATFORM, event, Kind.EDITED, user, chat, text=text, ref=_ref(message), language=_language(sender))


def _tap(event: str, tap: dict[str, Any]) -> Arrived:
    callback = _text(tap, "id")
    sender, message = _sender(tap), tap.get("message")
    # Without a message it is a button of an inline result, without data of a game: neither is ours.
    if sender is None or message is None or tap.get("data") is None:
        return Arrived(callback=callback)
    chat, private = _chat(_object(message, "callback_query.message"))
    if not private:
        return Arrived(callback=callback)
    user, data = _id(sender.get("id"), "from.id"), _text(tap, "data")
    language = _language(sender)
    return Arrived(
        Inbound(PLATFORM, event, Kind.TAP, user, chat, data=data, ref=_ref(message), language=language), callback
    )


def _membership(event: str, change: dict[str, Any]) -> Inbound | None:
    chat, private = _chat(change)
    before = _text(_object(change.get("old_chat_member"), "old_chat_member"), "status")
    after = _text(_object(change.get("new_chat_member"), "new_chat_member"), "status")
    if not private or (before == "kicked") == (after == "kicked"):
        return None
    # In a private chat the chat's id is the person's.
    return Inbound(PLATFORM, event, Kind.BLOCKED if after == "kicked" else Kind.UNBLOCKED, chat, chat)


def _content(message: dict[str, Any]) -> tuple[str, str]:
    """The words of a message, and what kind of medium came with or instead of them."""
    if text := _text(message, "text"):
        return text, ""
    for field, media in _MEDIA.items():
        if message.get(field) is not None:
            return _text(message, "caption"), media
    if any(_REPORT.fullmatch(field) for field in message):
        return "", ""
    return _text(message, "caption"), "other"


def _addressed(text: str, message: dict[str, Any], account: Account) -> str:
    """What somebody in a group says to the bot, by command, mention or reply; "" when it is none of our business."""
    if text.startswith("/"):
        return _command(text, account.username)
    answered = message.get("reply_to_message")
    author = answered.get("from") if isinstance(answered, dict) else None
    if isinstance(author, dict) and account.id and str(author.get("id")) == account.id:
        return text
    mention = account.username and re.search(rf"@{re.escape(account.username)}\b", text, re.IGNORECASE)
    return text if mention else ""


def _command(text: str, username: str | None) -> str:
    """The command without the bot's name; "" when it is none, or one for another bot.

    `username` None: in a private chat there is only us, and a name from before a renaming still means us.
    """
    found = _COMMAND.fullmatch(text)
    whom = (found and found["whom"]) or ""
    if found is None or (whom and username is not None and whom.lower() != username.lower()):
        return ""
    return f"/{found['command']}{found['rest']}"


def _chat(carrier: dict[str, Any]) -> tuple[str, bool | None]:
    """The chat's id and whether it is private; None for a channel, where nobody in particular speaks."""
    chat = _object(carrier.get("chat"), "chat")
    number, kind = _id(chat.get("id"), "chat.id"), chat.get("type")
    if kind == "channel":
        return number, None
    # Old updates name no type; ids of groups are negative.
    return number, (kind == "private" if kind else not number.startswith("-"))


def _sender(carrier: dict[str, Any]) -> dict[str, Any] | None:
    """Who did it; None for nobody in particular (a channel, an anonymous administrator) and for bots."""
    sender = carrier.get("from")
    if sender is None:
        return None
    return None if _object(sender, "from").get("is_bot") is True else _object(sender, "from")


def _language(sender: dict[str, Any]) -> str:
    code = sender.get("language_code")
    return code if isinstance(code, str) else ""


def _ref(message: dict[str, Any]) -> str:
    return "" if message.get("message_id") is None else _id(message["message_id"], "message_id")


def _object(value: object, field: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unparsable(field)
    return value


def _id(value: object, field: str) -> str:
    """An id as text; a number written as text is one too."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,19}", value):
        return value
    raise Unparsable(field)


def _text(carrier: dict[str, Any], field: str) -> str:
    """Text that a database can hold: half a surrogate pair becomes "?" and a null character goes."""
    value = carrier.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unparsable(field)
    return value.encode(errors="replace").decode().replace("\0", "") if not value.isprintable() else value

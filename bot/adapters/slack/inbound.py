"""What Slack's payloads mean: events, commands and shortcuts here, buttons and forms in `interactive`.

Nothing about a payload is taken for granted: recorded ones lack fields, or hold another type than documented.
Shapes: docs.slack.dev/reference/events, docs.slack.dev/reference/interaction-payloads.
"""

from bot.adapters.slack import interactive
from bot.adapters.slack.interactive import OpenForm
from bot.adapters.slack.mrkdwn import readable
from bot.adapters.slack.payload import PLATFORM, Payload, Unparsable, first_of, part_at, text_at
from bot.cases.attachments import SentFile
from bot.intake.inbound import CaseAct, Inbound, Kind

COMMAND = "/placemate"
"""The slash command; an installation beside another one may call its own `/placemate-test`."""
REVOKED = frozenset({"tokens_revoked", "app_uninstalled"})
"""Events after which nothing can be sent until somebody installs the app again."""

_FILES = frozenset({"photo", "voice", "audio", "video", "document"})
_MEDIA = {"image": "photo", "audio": "audio", "video": "video", "text": "document", "application": "document"}


def read(body: object) -> Inbound | CaseAct | OpenForm | None:
    """What a payload means: something for the door, a form to open, or None where it is not for us.

    Raises:
        Unparsable: it is meant for us and cannot be read.
    """
    if not isinstance(body, dict) or not body:
        raise Unparsable("", "body")
    match text_at(body, "type"):
        case "block_actions":
            return interactive.press(body)
        case "view_submission":
            return interactive.submission(body)
        case "shortcut":
            return _shortcut(body)
        case "event_callback":
            return _event(body)
        case "":
            return _command(body) if "command" in body else _event(body)
        case _:
            return None


def revocation(body: object) -> str:
    """The name of the event by which Slack says that our token or the app is gone, or ""."""
    kind = text_at(body, "event", "type")
    return kind if kind in REVOKED else ""


def _event(body: Payload) -> Inbound | None:
    event = part_at(body, "event")
    if not event:
        raise Unparsable(text_at(body, "event_id"), "event")
    moment = text_at(event, "event_ts") or text_at(event, "ts")
    # Without its own id, the place and time of a message are as good: Slack's ts is unique in a channel.
    event_id = text_at(body, "event_id") or (moment and f"{text_at(event, 'channel')}:{moment}")
    if not event_id:
        raise Unparsable("", "event_id")
    match text_at(event, "type"):
        case "message":
            return _message(event_id, event)
        case "app_mention":
            return _mention(event_id, event)
        case "app_home_opened":
            return _opened(event_id, event)
        case "":
            raise Unparsable(event_id, "event.type")
        case _:
            return None


def _message(event_id: str, event: Payload) -> Inbound | None:
    if not _direct(event) or _from_an_app(event):
        return None
    match text_at(event, "subtype"):
        case "" | "me_message" | "thread_broadcast":
            kind = Kind.MEDIA if first_of(event, "files") else Kind.TEXT
        case "file_share":
            kind = Kind.MEDIA
        case "message_changed":
            return _edited(event_id, event)
        case _:
            # A deletion or a line of Slack's own: nothing that was said to us.
            return None
    if kind is Kind.TEXT and not isinstance(event.get("text"), str):
        raise Unparsable(event_id, "event.text")
    media = _media(first_of(event, "files")) if kind is Kind.MEDIA else ""
    return Inbound(
        PLATFORM,
        event_id,
        kind,
        user=_user(event_id, event),
        chat=_chat(event_id, event),
        text=readable(text_at(event, "text")),
        ref=text_at(event, "ts"),
        media=media,
        files=_files(event) if kind is Kind.MEDIA else (),
    )


def _files(event: Payload) -> tuple[SentFile, ...]:
    """Each file of a message, by its id; what Slack does not hold itself (a link to another service) is none."""
    listed = event.get("files")
    files = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return tuple(
        SentFile(text_at(file, "id"), kind if (kind := _media(file)) in _FILES else "document", _size(file))
        for file in files if text_at(file, "id") and file.get("is_external") is not True
    )  # fmt: skip


def _size(file: Payload) -> int:
    size = file.get("size")
    return size if isinstance(size, int) and not isinstance(size, bool) and size > 0 else 0


def _edited(event_id: str, event: Payload) -> Inbound | None:
    new, old = part_at(event, "message"), part_at(event, "previous_message")
    text = text_at(new, "text")
    # A preview of a link is announced as a change as well; only a person's own change has other words.
    if _from_an_app(new) or text_at(new, "subtype") or not part_at(new, "edited") or text == text_at(old, "text"):
        return None
    user = _user(event_id, new)
    chat = _chat(event_id, event)
    return Inbound(PLATFORM, event_id, Kind.EDITED, user, chat, text=readable(text), ref=text_at(new, "ts"))


def _mention(event_id: str, event: Payload) -> Inbound | None:
    if _from_an_app(event) or text_at(event, "subtype"):
        return None
    user, chat = _user(event_id, event), _chat(event_id, event)
    private = chat.startswith("D")
    return Inbound(
        PLATFORM, event_id, Kind.TEXT, user, chat, private, readable(text_at(event, "text")), ref=text_at(event, "ts")
    )


def _opened(event_id: str, event: Payload) -> Inbound:
    user = _user(event_id, event)
    tab = text_at(event, "tab") or "home"
    return Inbound(PLATFORM, event_id, Kind.OPENED, user, text_at(event, "channel") or user, text=tab)


def _command(body: Payload) -> Inbound | None:
    if not text_at(body, "command").startswith(COMMAND):
        return None
    user = text_at(body, "user_id")
    trigger = text_at(body, "trigger_id")
    if not user or not trigger:
        raise Unparsable(trigger, "trigger_id" if user else "user_id")
    event_id = f"command:{user}:{trigger}"
    # Elsewhere than in the direct chat the answer goes to the person, never to where she typed it.
    channel = text_at(body, "channel_id")
    word = text_at(body, "text").strip().lstrip("/") or "menu"
    return Inbound(
        PLATFORM, event_id, Kind.TEXT, user, channel if channel.startswith("D") else user, text=f"/{readable(word)}"
    )


def _shortcut(body: Payload) -> Inbound:
    user = text_at(body, "user", "id")
    moment = text_at(body, "trigger_id") or text_at(body, "action_ts")
    if not user or not moment:
        raise Unparsable(moment, "trigger_id" if user else "user.id")
    return Inbound(PLATFORM, f"shortcut:{user}:{moment}", Kind.TEXT, user, user, text="/menu")


def _direct(event: Payload) -> bool:
    return text_at(event, "channel_type") == "im" or (
        not text_at(event, "channel_type") and text_at(event, "channel").startswith("D")
    )


def _from_an_app(message: Payload) -> bool:
    return (
        bool(text_at(message, "bot_id") or part_at(message, "bot_profile"))
        or text_at(message, "subtype") == "bot_message"
    )


def _user(event_id: str, event: Payload) -> str:
    user = text_at(event, "user")
    if not user:
        raise Unparsable(event_id, "event.user")
    return user


def _chat(event_id: str, event: Payload) -> str:
    chat = text_at(event, "channel")
    if not chat:
        raise Unparsable(event_id, "event.channel")
    return chat


def _media(file: Payload) -> str:
    if text_at(file, "subtype") == "slack_audio":
        return "voice"
    return _MEDIA.get(text_at(file, "mimetype").partition("/")[0], "other")

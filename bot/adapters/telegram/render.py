"""What goes out, dressed as calls of the Bot API. Pure; core.telegram.org/bots/api#available-methods."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from markupsafe import escape

from bot.adapters.telegram.request import Upload
from bot.delivery.transport import Parcel, SendNever
from bot.words.limits import TELEGRAM
from bot.words.markup import Run, read
from bot.words.outgoing import Button, Card, Document, Enclosure, Home, Message, Picture
from bot.words.splitting import divide

Rows: TypeAlias = Iterable[Sequence[Button]]


@dataclass(frozen=True, slots=True)
class Call:
    """One call; `edits` tells that it replaces a message instead of adding one."""

    method: str
    params: dict[str, Any]
    upload: Upload | None = None
    edits: bool = False


def render(parcel: Parcel) -> list[Call]:
    """The calls that bring a parcel to its chat, in order; the buttons stand under the last message.

    Raises:
        SendNever: Telegram has no such thing, or a button's data are too long for it.
    """
    match parcel.outgoing:
        case Message() as message:
            runs = [Run(message.text)] if message.plain else read(message.text)
            return _messages(parcel, runs, message.buttons)
        case Card() as card:
            return _messages(parcel, _card(card), [[button] for button in card.buttons])
        case Document() as document:
            return _document(parcel, document)
        case Picture() as picture if parcel.content:
            return _uploaded(parcel, "sendPhoto", Upload("photo", picture.filename, parcel.content), picture.caption)
        case Picture():
            return []
        case Enclosure():
            raise SendNever("files_of_a_case_stay_in_slack")
        case Home():
            raise SendNever("telegram_has_no_home_page")


def _card(card: Card) -> list[Run]:
    lines = "\n".join(f"{label}: {value}" for label, value in card.fields)
    return [Run(card.title, bold=True), Run(f"\n{lines}" if lines else "")]


def _messages(parcel: Parcel, runs: Sequence[Run], rows: Rows) -> list[Call]:
    parts = _parts(runs, TELEGRAM.text)
    keyboard = _keyboard(rows)
    calls = []
    for number, part in enumerate(parts):
        first, last = number == 0, number == len(parts) - 1
        params = _address(parcel, edits=bool(parcel.edits) and first) | part
        params["link_preview_options"] = {"is_disabled": True}
        if last and keyboard:
            params["reply_markup"] = {"inline_keyboard": keyboard}
        edits = "message_id" in params
        calls.append(Call("editMessageText" if edits else "sendMessage", params, edits=edits))
    return calls


def _document(parcel: Parcel, document: Document) -> list[Call]:
    upload = Upload("document", document.filename, document.content.encode())
    if len(upload.content) > TELEGRAM.upload_bytes:
        raise SendNever("file_too_large")
    return _uploaded(parcel, "sendDocument", upload, document.caption)


def _uploaded(parcel: Parcel, method: str, upload: Upload, words: str) -> list[Call]:
    """The file under its caption; a caption that is too long goes ahead as a message."""
    captions = _parts(read(words), TELEGRAM.caption)
    if len(captions) > 1:
        ahead = _messages(Parcel(parcel.row, parcel.chat, parcel.outgoing), read(words), ())
        return [*ahead, Call(method, _address(parcel, edits=False), upload)]
    caption = {{"text": "caption"}.get(key, key): value for key, value in captions[0].items()}
    return [Call(method, _address(parcel, edits=False) | caption, upload)]


def _address(parcel: Parcel, *, edits: bool) -> dict[str, Any]:
    params: dict[str, Any] = {"chat_id": parcel.chat}
    if edits:
        params["message_id"] = parcel.edits
    elif parcel.thread:
        params["reply_parameters"] = {"message_id": parcel.thread, "allow_sending_without_reply": True}
    return params


def _parts(runs: Sequence[Run], limit: int) -> list[dict[str, str]]:
    """The texts of as many messages as are needed, with a parse mode where there is something to parse."""
    whole = "".join(run.text for run in runs)
    return [_part(list(_cut(runs, start, end))) for start, end in divide(whole, limit)]


def _part(runs: Sequence[Run]) -> dict[str, str]:
    if all(run == Run(run.text) for run in runs):
        return {"text": "".join(run.text for run in runs)}
    return {"text": "".join(_html(run) for run in runs), "parse_mode": "HTML"}


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterable[Run]:
    """What lies between two places of the text that the runs make together."""
    at = 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if piece:
            yield Run(piece, run.bold, run.italic, run.link)


def _html(run: Run) -> str:
    """One run as Telegram's HTML; what Telegram would not open as a link is written out after its label."""
    text = str(escape(run.text))
    if run.link.startswith(("https://", "http://", "tg://")):
        text = f'<a href="{escape(run.link)}">{text}</a>'
    elif run.link:
        address = run.link.partition(":")[2] or run.link
        text = text if address in run.text else f"{text} ({escape(address)})"
    if run.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if run.bold else text


def _keyboard(rows: Rows) -> list[list[dict[str, str]]]:
    width = TELEGRAM.buttons_per_row
    return [[_key(button) for button in row[at : at + width]] for row in rows for at in range(0, len(row), width)]


def _key(button: Button) -> dict[str, str]:
    if button.url:
        return {"text": button.label, "url": button.url}
    if not 1 <= len(button.data.encode()) <= TELEGRAM.button_data_bytes:
        raise SendNever("button_data_length")
    return {"text": button.label, "callback_data": button.data}

"""What the Bot API refuses, before anything is sent."""

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from tests.standins.telegram.faults import Refusal

_TAGS = {"a", "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "span", "blockquote"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def visible(text: str, parse_mode: str) -> str:
    """What a reader sees of a text.

    Raises:
        Refusal: its entities cannot be parsed.
    """
    if not parse_mode:
        return text
    if parse_mode.lower() != "html":
        raise Refusal(400, "Bad Request: unsupported parse_mode")
    reader = _Html()
    reader.feed(text)
    reader.close()
    return reader.finish()


class _Html(HTMLParser):
    """Strict where browsers forgive: only known tags, all closed, in order, and no bare `<`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._open: list[str] = []
        self._seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise _unparsed(f'Unsupported start tag "{tag}"')
        if tag == "a" and not dict(attrs).get("href"):
            raise _unparsed('Tag "a" must have attribute "href"')
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            raise _unparsed(f'Unmatched end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise _unparsed('Unsupported start tag ""')
        self._seen.append(data)

    def handle_entityref(self, name: str) -> None:
        self._seen.append(_NAMED.get(name, f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._seen.append(chr(int(name[1:], 16) if name[:1] in "xX" else int(name)))

    def handle_comment(self, data: str) -> None:
        raise _unparsed('Unsupported start tag "!--"')

    def finish(self) -> str:
        if self._open:
            raise _unparsed(f'Can\'t find end tag corresponding to start tag "{self._open[-1]}"')
        return "".join(self._seen)


def check_length(text: str, most: int) -> None:
    """Refuse an empty text and one that is too long."""
    if not text.strip():
        raise Refusal(400, "Bad Request: message text is empty")
    if len(text) > most:
        raise Refusal(400, "Bad Request: message is too long")


def check_keyboard(markup: Any) -> list[list[dict[str, Any]]]:
    """The rows of an inline keyboard; refuse one that Telegram refuses."""
    if not markup:
        return []
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Refusal(400, "Bad Request: object expected as reply markup")
    if sum(len(row) for row in rows) > 100 or any(len(row) > 8 for row in rows):
        raise Refusal(400, "Bad Request: reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    return rows


def _check_button(button: dict[str, Any]) -> None:
    if not button.get("text"):
        raise Refusal(400, 'Bad Request: can\'t parse inline keyboard button: Field "text" must be of type String')
    actions = set(button) & {"callback_data", "url"}
    if len(actions) != 1:
        raise Refusal(
            400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in actions and not 1 <= len(str(button["callback_data"]).encode()) <= 64:
        raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    if "url" in actions and urlsplit(str(button["url"])).scheme not in {"http", "https", "tg"}:
        raise Refusal(400, "Bad Request: BUTTON_URL_INVALID")


def _unparsed(why: str) -> Refusal:
    return Refusal(400, f"Bad Request: can't parse entities: {why} at byte offset 0")

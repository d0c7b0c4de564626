"""What the bot does in people's chats."""

from typing import Any

from tests.standins.telegram.checks import check_keyboard, check_length, visible
from tests.standins.telegram.faults import Refusal
from tests.standins.telegram.phone import Phone, Shown

_TEXT, _CAPTION, _TOAST = 4096, 1024, 200


class Chats:
    """All private chats. `strangers` have never pressed Start, `deactivated` people are gone, `moved` groups have a
    new id."""

    def __init__(self) -> None:
        self.phones: dict[str, Phone] = {}
        self.strangers: set[str] = set()
        self.deactivated: set[str] = set()
        self.moved: dict[str, int] = {}
        self._last_id = 5000

    async def act(self, method: str, params: dict[str, Any]) -> Any:
        """Do what a method says.

        Raises:
            Refusal: in the real server's words.
        """
        match method:
            case "sendMessage":
                return await self._post(params, _text(params))
            case "sendDocument":
                return await self._post(params, _file(params))
            case "sendPhoto":
                return await self._post(params, _file(params, "photo"))
            case "editMessageText":
                return await self._edit(params)
            case "answerCallbackQuery":
                return await self._answer(params)
            case "sendChatAction":
                return bool(self._phone(params))
            case _:
                raise Refusal(404, "Not Found")

    async def _post(self, params: dict[str, Any], shown: Shown) -> dict[str, Any]:
        phone = self._phone(params)
        self._last_id += 1
        shown.id = self._last_id
        phone.messages.append(shown)
        await phone.changed()
        return _message(phone, shown)

    async def _edit(self, params: dict[str, Any]) -> dict[str, Any]:
        phone, new = self._phone(params), _text(params)
        old = next((shown for shown in phone.messages if str(shown.id) == str(params.get("message_id"))), None)
        if old is None:
            raise Refusal(400, "Bad Request: message to edit not found")
        if (old.source, old.keys) == (new.source, new.keys):
            raise Refusal(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the"
                " same as a current content and reply markup of the message",
            )
        old.text, old.source, old.keys, old.edits = new.text, new.source, new.keys, old.edits + 1
        await phone.changed()
        return _message(phone, old)

    async def _answer(self, params: dict[str, Any]) -> bool:
        tap, toast = str(params.get("callback_query_id", "")), str(params.get("text", ""))
        phone = next((phone for phone in self.phones.values() if tap in phone.taps), None)
        if phone is None or tap in phone.answered:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query id is invalid")
        if len(toast) > _TOAST:
            raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
        phone.answered.add(tap)
        phone.toasts += [toast] if toast else []
        await phone.changed()
        return True

    def _phone(self, params: dict[str, Any]) -> Phone:
        chat = str(params.get("chat_id", ""))
        if chat in self.moved:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, words, {"migrate_to_chat_id": self.moved[chat]})
        if chat in self.strangers:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        if chat in self.deactivated:
            raise Refusal(403, "Forbidden: user is deactivated")
        phone = self.phones.get(chat)
        if phone is None:
            raise Refusal(400, "Bad Request: chat not found")
        if phone.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        return phone


def _text(params: dict[str, Any]) -> Shown:
    source = str(params.get("text", ""))
    text = visible(source, str(params.get("parse_mode", "")))
    check_length(text, _TEXT)
    return Shown(0, text, source, check_keyboard(params.get("reply_markup")))


def _file(params: dict[str, Any], name: str = "document") -> Shown:
    source = str(params.get("caption", ""))
    caption = visible(source, str(params.get("parse_mode", "")))
    if len(caption) > _CAPTION:
        raise Refusal(400, "Bad Request: message caption is too long")
    if not isinstance(params.get(name), tuple):
        raise Refusal(400, f"Bad Request: there is no {name} in the request")
    filename, content = params[name]
    return Shown(0, caption, source, check_keyboard(params.get("reply_markup")), content, filename)


def _message(phone: Phone, shown: Shown) -> dict[str, Any]:
    return {"message_id": shown.id, "chat": {"id": phone.user, "type": "private"}, "date": 1, "text": shown.text}

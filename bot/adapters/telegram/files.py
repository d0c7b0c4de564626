"""What people send, fetched from the Bot API's file server: core.telegram.org/bots/api#getfile."""

from urllib.parse import quote

from telegram.error import BadRequest, TelegramError

from bot.adapters.telegram.inbound import PLATFORM
from bot.adapters.telegram.request import AiohttpRequest, BotApi
from bot.delivery.attachments import NotFetchedError, TooLargeError

_TOO_BIG = "file is too big"


class TelegramFiles:
    """Files by their file_id. `base_file_url` ends in `/bot`, or holds `{token}` where the token goes."""

    platform = PLATFORM

    def __init__(self, api: BotApi, request: AiohttpRequest, *, token: str, base_file_url: str) -> None:
        self._api = api
        self._request = request
        root = base_file_url.rstrip("/")
        self._root = root.replace("{token}", token) if "{token}" in root else f"{root}{token}"

    async def fetch(self, ref: str, most: int) -> bytes:
        """See `FileSource.fetch`: getFile tells the path for an hour, then the file is read from there."""
        try:
            about = await self._api.call("getFile", {"file_id": ref})
            path, size = str(about.get("file_path", "")), about.get("file_size", 0)
            if isinstance(size, int) and size > most:
                raise TooLargeError
            content = await self._request.download(f"{self._root}/{quote(path)}", most)
        except BadRequest as error:
            if _TOO_BIG in error.message.casefold():
                raise TooLargeError from None
            raise NotFetchedError("bad_request") from None
        except TelegramError as error:
            # The library's words may hold the URL, and the URL the token.
            raise NotFetchedError(type(error).__name__) from None
        if len(content) > most:
            raise TooLargeError
        return content

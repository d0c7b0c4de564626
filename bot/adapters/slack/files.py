"""What people send, fetched from Slack: docs.slack.dev/reference/methods/files.info, .../objects/file-object."""

from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.payload import PLATFORM, part_at, text_at
from bot.adapters.slack.web import FAILURES, code
from bot.delivery.attachments import NotFetchedError, TooLargeError

_GONE = frozenset({"file_not_found", "file_deleted"})
_HIDDEN = frozenset({"tombstone", "hidden_by_limit"})
_CHUNK = 65_536
_PATIENCE = aiohttp.ClientTimeout(total=None, sock_connect=20, sock_read=20)


class SlackFiles:
    """Files by their id. The bot's token is shown to Slack's own servers only, whatever address a file names.

    Args:
        client: from `web.web_client`.
        base_url: where the Web API is; files may lie there too.
    """

    platform = PLATFORM

    def __init__(self, client: AsyncWebClient, base_url: str) -> None:
        self._client = client
        self._home = urlsplit(base_url)

    async def fetch(self, ref: str, most: int) -> bytes:
        """See `FileSource.fetch`."""
        try:
            about = part_at((await self._client.files_info(file=ref)).data, "file")
            url = text_at(about, "url_private_download") or text_at(about, "url_private")
            if text_at(about, "mode") in _HIDDEN or not self._is_slacks(url):
                raise NotFetchedError("no_address_of_slacks", gone=True)
            return await self._read(url, most)
        except FAILURES as error:
            raise NotFetchedError(code(error), gone=code(error) in _GONE) from None

    async def _read(self, url: str, most: int) -> bytes:
        session = self._client.session
        assert session is not None, "web_client gives one"
        # A token that may not read files is sent on to a page to log in, which is no file.
        shown = {"Authorization": f"Bearer {self._client.token}"}
        async with session.get(url, headers=shown, allow_redirects=False, timeout=_PATIENCE) as answer:
            if answer.status != 200:
                raise NotFetchedError(f"http_{answer.status}", gone=answer.status == 404)
            return await _bounded(answer, most)

    def _is_slacks(self, url: str) -> bool:
        there = urlsplit(url)
        if (there.scheme, there.netloc) == (self._home.scheme, self._home.netloc):
            return True
        return there.scheme == "https" and (there.hostname or "").endswith(".slack.com") and there.username is None


async def _bounded(answer: aiohttp.ClientResponse, most: int) -> bytes:
    content = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > most:
            raise TooLargeError
    return bytes(content)

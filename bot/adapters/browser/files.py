"""What a phone of the page sends: it has no camera and no microphone, so everybody sends the same examples."""

from pathlib import Path

from bot.adapters.browser.inbound import PLATFORM
from bot.delivery.attachments import NotFetchedError

_EXAMPLES = {"photo": "photo.png", "voice": "voice.wav"}
_FOLDER = Path(__file__).parent / "examples"


class ExampleFiles:
    """The example picture and the example voice message, by kind."""

    platform = PLATFORM

    async def fetch(self, ref: str, most: int) -> bytes:
        """See `FileSource.fetch`."""
        if ref not in _EXAMPLES:
            raise NotFetchedError("no_such_example", gone=True)
        return (_FOLDER / _EXAMPLES[ref]).read_bytes()[:most]

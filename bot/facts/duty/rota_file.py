"""The rota file: read when it has changed, and never trusted to be right while somebody writes it."""

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from bot import log
from bot.config import ConfigError, Settings
from bot.facts.duty.cover import Cover, read_covers

LOOK_EVERY = 1.0
"""Seconds between two looks at whether the file has changed."""

_log = log.get_logger(__name__)


@dataclass(slots=True)
class _Held:
    """What was read last, from which state of the file, and when it was looked at."""

    covers: tuple[Cover, ...] = ()
    version: tuple[int, ...] | None = None
    looked_at: float = float("-inf")


_held: dict[Path, _Held] = {}


def read_rota(path: Path) -> tuple[Cover, ...]:
    """The entries of the file as it is now; none where there is no file.

    Raises:
        ConfigError: names the file, each entry that is wrong, its key and the remedy.
    """
    try:
        return read_covers(path.read_text(encoding="utf-8-sig"), str(path))
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); mend its permissions") from None


def rota_of(settings: Settings) -> tuple[Cover, ...]:
    """The entries that count, from memory; a file with a mistake in it leaves those that were right before."""
    path = settings.safeguarding.rota
    held = _held.setdefault(path, _Held())
    now = monotonic()
    if now - held.looked_at >= LOOK_EVERY:
        held.looked_at = now
        version = _version(path)
        if version != held.version:
            held.version = version
            _take_over(held, path)
    return held.covers


def _take_over(held: _Held, path: Path) -> None:
    try:
        held.covers = read_rota(path)
    except ConfigError as mistake:
        _log.error("the rota is wrong, what was right before still counts", mistake=str(mistake))


def _version(path: Path) -> tuple[int, ...] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino

"""What a file really is, by its first bytes: neither its name nor what its sender says of it counts. Pure."""

import puremagic

from bot.cases.attachments import TAKEN

_SAME = {"application/ogg": "audio/ogg", "audio/wave": "audio/wav", "audio/x-wav": "audio/wav"}
"""Other names for types that we take."""
_HEAD = 4096
_FTYP = slice(4, 8)
_BRAND = slice(8, 12)
_LARGEST_BOX = 1024
_BRANDS = {
    b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heic", b"msf1": "image/heic",
    b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"qt  ": "video/quicktime",
    b"isom": "video/mp4", b"iso2": "video/mp4", b"iso4": "video/mp4", b"iso5": "video/mp4", b"iso6": "video/mp4",
    b"avc1": "video/mp4", b"mp41": "video/mp4", b"mp42": "video/mp4", b"mp71": "video/mp4", b"dash": "video/mp4",
    b"M4V ": "video/mp4", b"3gp4": "video/mp4", b"3gp5": "video/mp4", b"3gp6": "video/mp4",
}  # fmt: skip
"""Brands of files of boxes, which phones record in: mp4ra.org/registered-types/brands. The library knows but a few."""


def type_of(content: bytes) -> str:
    """The media type, if it is one that we take; "" for every other: programs, archives, pages, unknown ones."""
    found = _of_boxes(content) if content[_FTYP] == b"ftyp" else _known(content[:_HEAD])
    return found if found in TAKEN else ""


def _of_boxes(content: bytes) -> str:
    """The type of a file of boxes, by its brand; the first box is short, so that no program's head looks like one."""
    length = int.from_bytes(content[: _FTYP.start])
    return _BRANDS.get(content[_BRAND], "") if length <= _LARGEST_BOX else ""


def _known(head: bytes) -> str:
    """The likeliest type that has a name."""
    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    named = [match for match in matches if match.mime_type]
    best = max(named, key=lambda match: match.confidence, default=None)
    return _SAME.get(best.mime_type, best.mime_type) if best else ""

"""The smallest files of each type that still begin as real ones do, as phones and computers write them."""

from io import BytesIO
from struct import pack
from wave import open as open_wave
from zlib import compress, crc32


def _chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", crc32(name + content))


def _png() -> bytes:
    head = _chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", compress(b"\0\0")) + _chunk(b"IEND", b"")


def _wav() -> bytes:
    with BytesIO() as made:
        with open_wave(made, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(1)
            sound.setframerate(8000)
            sound.writeframes(bytes(80))
        return made.getvalue()


def boxes(brand: bytes, size: int = 24) -> bytes:
    return size.to_bytes(4) + b"ftyp" + brand + bytes(4) + b"isommp42" + bytes(40)


PNG = _png()
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\0\0\1\0\1\0\0" + bytes(60) + b"\xff\xd9"
OGG = b"OggS\0\2" + bytes(20) + b"\1\x13OpusHead\1\2" + bytes(20)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"
TAKEN = {
    "png": (PNG, "image/png"),
    "jpeg": (JPEG, "image/jpeg"),
    "jpeg with exif": (b"\xff\xd8\xff\xe1\x00\x10Exif\0\0MM\0*" + bytes(60), "image/jpeg"),
    "gif": (b"GIF89a\1\0\1\0\0\0\0;", "image/gif"),
    "webp": (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(24), "image/webp"),
    "heic of a phone": (boxes(b"heic"), "image/heic"),
    "heic of another": (boxes(b"mif1"), "image/heic"),
    "voice message": (OGG, "audio/ogg"),
    "mp3 with a title": (b"ID3\3\0\0\0\0\0\0\xff\xfb\x90\0" + bytes(99), "audio/mpeg"),
    "mp3": (b"\xff\xfb\x90\0" + bytes(99), "audio/mpeg"),
    "m4a": (boxes(b"M4A "), "audio/mp4"),
    "wav": (_wav(), "audio/wav"),
    "mp4": (boxes(b"isom"), "video/mp4"),
    "mp4 of a browser": (boxes(b"iso5"), "video/mp4"),
    "film of a phone": (boxes(b"qt  "), "video/quicktime"),
    "webm": (
        b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\1\x42\xf7\x81\1\x42\xf2\x81\4\x42\xf3\x81\x08\x42\x82\x84webm" + bytes(40),
        "video/webm",
    ),
    "pdf": (PDF, "application/pdf"),
}
REFUSED = {
    "program of windows": b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + bytes(64),
    "program of windows that plays a film": b"MZ\x90\0ftypisom" + bytes(64),
    "program of linux": b"\x7fELF\2\1\1" + bytes(60),
    "script": b"#!/bin/sh\nrm -rf x\n",
    "page": b"<!DOCTYPE html><html><script>1</script></html>",
    "page that speaks of a pdf": b"<html>%PDF-1.4</html>",
    "drawing that runs scripts": b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "archive": b"PK\3\4\x14\0\0\0\x08\0" + bytes(40),
    "document with macros": b"PK\3\4\x14\0\6\0\x08\0\0\0!\0[Content_Types].xml" + bytes(40),
    "old document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
    "film of another kind": b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\1\x42\xf7\x81\1\x42\xf2\x81\4\x42\xf3\x81\x08\x42\x82"
    b"\x88matroska" + bytes(40),
    "plain text": b"hello there",
    "noise": bytes(range(1, 200)),
    "nothing": b"",
}

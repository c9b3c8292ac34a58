"""Reads the text of an answer, as much of it as is safe."""

import codecs
import re
import zlib

from guidekit.links.external.message import Body, Response
from guidekit.links.external.trouble import broken
from guidekit.links.text import as_utf8, encoding_name

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HTML = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_ZLIB_OR_GZIP, _BARE = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS


def is_html(response: Response) -> bool:
    """Whether an answer is a page, with a title and anchors."""
    return _HTML.match(response.headers.get("content-type", "")) is not None


async def read_text(response: Response, most: int) -> tuple[bytes, bool]:
    """Return a page in UTF-8, and whether that is all of it; at most `most` bytes are read.

    The text is empty when it is packed in a way that we cannot undo; Trouble when it is
    not packed as it says.
    """
    data, is_whole = await _joined(response.body, most)
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding in ("gzip", "x-gzip", "deflate"):
        data, is_whole = _unpack(data, most, is_whole=is_whole)
    elif coding not in ("", "identity"):
        return b"", False
    charset = _CHARSET.search(response.headers.get("content-type", ""))
    encoding = encoding_name(charset[1]) if charset else None
    if encoding:
        text = data.removeprefix(codecs.BOM_UTF8).decode(encoding, "replace")
        data = text.encode(errors="replace")
    return as_utf8(data)[0], is_whole


async def _joined(pieces: Body, most: int) -> tuple[bytes, bool]:
    data = bytearray()
    async for piece in pieces:
        data += piece
        if len(data) > most:
            return bytes(data[:most]), False
    return bytes(data), True


def _unpack(data: bytes, most: int, *, is_whole: bool) -> tuple[bytes, bool]:
    """Unpack at most `most` bytes: a bomb need not be unpacked whole."""
    for bits in (_ZLIB_OR_GZIP, _BARE):
        unpacker = zlib.decompressobj(bits)
        try:
            return unpacker.decompress(data, most), is_whole and unpacker.eof
        except zlib.error:
            continue
    raise broken("sends a page that cannot be unpacked")

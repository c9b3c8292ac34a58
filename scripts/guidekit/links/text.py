"""Text as files hold it: encodings, character references, positions, how to show a target."""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

_DECLARED = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#([0-9]{1,9});?|#[xX]([0-9a-fA-F]{1,8});?|([a-zA-Z0-9]{1,32};?)(=?))")
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n\r\f]?|(.))", re.DOTALL)
_BREAKS = str.maketrans("", "", "\t\n\r")
_EDGES = "".join(map(chr, range(33)))
_LONGEST_SHOWN = 200
# The encodings of pages. Others that Python knows, such as Punycode, can take hours to decode.
_TEXT_ENCODING = re.compile(
    r"utf_?(?:8|16|32)\w*|ascii|latin_1|iso8859\w*|iso2022\w*|cp\d+|koi8\w*|gb\w+|big5\w*|euc\w*"
    r"|shift_jis\w*|johab|hz|mac_?\w*|tis_620|kz1048|ptcp154"
)


def as_utf8(data: bytes) -> tuple[bytes, int]:
    """Return `data` as UTF-8 without a byte order mark, and the offset of the first bad byte.

    The offset is -1 when there is none. A page that declares another encoding is converted.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode(errors="replace"), -1
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.isascii():
        return data, -1
    try:
        data.decode()
    except UnicodeDecodeError as error:
        converted = _as_declared(data)
        if converted is None:
            return data.decode(errors="replace").encode(), error.start
        return converted, -1
    return data, -1


def _as_declared(data: bytes) -> bytes | None:
    declared = _DECLARED.search(data, 0, 1024)
    name = encoding_name(declared[1].decode("ascii", "replace")) if declared else None
    try:
        return None if name in (None, "utf-8") else data.decode(name).encode()
    except ValueError:
        return None


def encoding_name(declared: str) -> str | None:
    """Return Python's name for an encoding that a page says it has; None when it knows none."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    return name if _TEXT_ENCODING.fullmatch(name.replace("-", "_")) else None


def decode_html(value: str) -> str:
    """Return an attribute's value as a browser reads it as a URL: references, edges, breaks."""
    if "&" in value:
        value = decode_references(value)
    return value.strip(_EDGES).translate(_BREAKS)


def decode_references(value: str) -> str:
    """Replace character references by the rules for attributes (`?a=1&copy=2` stays)."""
    return _REFERENCE.sub(_referenced, value) if "&" in value else value


def _referenced(match: re.Match[str]) -> str:
    from html.entities import html5

    decimal, hexadecimal, name, equals = match.groups()
    if name:
        known = html5.get(name)
        return match[0] if known is None or (equals and name[-1] != ";") else known + equals
    return _character(int(decimal) if decimal else int(hexadecimal, 16))


def decode_css(value: str) -> str:
    """Return the target of a `url()` as a browser reads it."""
    if "\\" in value:
        value = _CSS_ESCAPE.sub(lambda m: _character(int(m[1], 16)) if m[1] else m[2], value)
    return value.strip(_EDGES).translate(_BREAKS)


def _character(number: int) -> str:
    is_character = 0 < number < 0x110000 and not 0xD800 <= number < 0xE000
    return chr(number) if is_character else "\ufffd"


def show(target: str) -> str:
    """Return a target as the page writes it, in one line that a terminal can print."""
    target = target.strip(" \t\n\r\f")
    if len(target) > _LONGEST_SHOWN:
        target = target[: _LONGEST_SHOWN - 1] + "…"
    if target.isprintable():
        return target
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in target
    )


def byte_offsets(text: str, offsets: Iterable[int]) -> Iterator[int]:
    """Turn rising offsets in `text` into offsets in its UTF-8 form, in one pass."""
    total = last = 0
    for offset in offsets:
        total += len(text[last:offset].encode("utf-8", "replace"))
        last = offset
        yield total


class Positions:
    """Turns offsets in a file into lines and columns.

    Ask in rising order: a line of a megabyte is then decoded once, not once a question.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts = [0, *(match.end() for match in re.finditer(b"\n", data))]
        self._last = (0, 0, 1)  # line, offset, column

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1; columns count characters."""
        line = bisect_right(self._starts, offset)
        last_line, last_offset, column = self._last
        if line != last_line or offset < last_offset:
            last_offset, column = self._starts[line - 1], 1
        column += len(self._data[last_offset:offset].decode("utf-8", "replace"))
        self._last = (line, offset, column)
        return line, column

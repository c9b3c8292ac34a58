"""Reading JSON Lines of messages, one at a time, with a problem for each line that is none."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from guidekit.diagnostics import Diagnostic, Rule, Span

MAX_BYTES = 8_000_000  # in one line

BAD_LINE = Rule("MSG101", "unreadable-message", "A line that is no message cannot be decoded.")
_HELP = 'write one object to a line: {"id": "a1", "text": "Dear ..."}'


@dataclass(frozen=True, slots=True)
class Message:
    """A message to decode; `id` is any JSON value, and comes back as it is."""

    id: object
    text: str


def read_messages(file: BinaryIO, path: str) -> Iterator[Message | Diagnostic]:
    """Yield the messages of a JSON Lines file, and a problem for each other line but empty ones."""
    for number, line in enumerate(_lines(file), start=1):
        if line is None:
            problem = f"the line has more than {MAX_BYTES:,} bytes"
            yield BAD_LINE.at(Span(path, number), problem, "shorten the text")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _read(line, Span(path, number))


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield each line, and None for one that is too long to be read."""
    while line := file.readline(MAX_BYTES):
        whole = line
        while len(line) == MAX_BYTES and not line.endswith(b"\n"):
            line = file.readline(MAX_BYTES)
        yield whole if len(whole) < MAX_BYTES else None


def _read(line: bytes, span: Span) -> Message | Diagnostic:
    try:
        value = json.loads(line.decode("utf-8-sig").rstrip("\r\n"))
    except UnicodeDecodeError as error:
        return BAD_LINE.at(span, f"not UTF-8 (byte {error.start + 1})", "save the file as UTF-8")
    except json.JSONDecodeError as error:
        place = Span(span.path, span.line, error.colno)
        return BAD_LINE.at(place, f"not JSON: {error.msg}", _HELP)
    except (RecursionError, ValueError) as error:
        return BAD_LINE.at(span, f"not JSON that can be read: {error}", _HELP)
    if not isinstance(value, dict):
        return BAD_LINE.at(span, "not an object", _HELP)
    missing = [key for key in ("id", "text") if key not in value]
    if missing:
        return BAD_LINE.at(span, f"`{missing[0]}` is missing", _HELP)
    if not isinstance(value["text"], str):
        return BAD_LINE.at(span, "`text` is not a string", _HELP)
    return Message(value["id"], _whole_characters(value["text"]))


def _whole_characters(text: str) -> str:
    """Return the text without halves of characters, which JSON may escape but nobody can send."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

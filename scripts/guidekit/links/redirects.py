"""The `_redirects` file of Netlify and Cloudflare Pages: reading it, and following it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guidekit.links.formats import MALFORMED
from guidekit.links.record import Fault, Link, make_link

_COMMENT = re.compile(rb"(?:^|[ \t])#.*")
_WORD = re.compile(rb"[^ \t\r\n\f\v]+")
_STATUS = re.compile(r"([1-5]\d\d)!?")
_TARGET = re.compile(r"/|[a-zA-Z][a-zA-Z0-9+.-]*://")
_NOT_A_FILE = re.compile(r"/:|\*|^/\.netlify/")
_MOST_LINES, _MOST_PATTERNS = 10_000, 500  # hosts read fewer


class Redirect(NamedTuple):
    """One line of a `_redirects` file."""

    source: str
    target: str
    status: int
    offset: int  # of the target, in bytes


def read_redirects(data: bytes) -> Iterator[Redirect | tuple[int, str]]:
    """Yield each redirect, and for each line that is none its number and its text."""
    start = 0
    for number, line in enumerate(data.split(b"\n", _MOST_LINES)[:_MOST_LINES], 1):
        words = [
            (match.start(), match[0].decode("utf-8", "replace"))
            for match in _WORD.finditer(_COMMENT.sub(b"", line))
        ]
        if words:
            yield _redirect(words, start) or (number, " ".join(word for _, word in words))
        start += len(line) + 1


def _redirect(words: list[tuple[int, str]], start: int) -> Redirect | None:
    source, *rest = words
    targets = [(offset, word) for offset, word in rest if _TARGET.match(word)]
    statuses = [match[1] for _, word in rest if (match := _STATUS.fullmatch(word))]
    if not _TARGET.match(source[1]) or not targets:
        return None
    offset, target = targets[0]
    return Redirect(source[1], target, int(statuses[0]) if statuses else 301, start + offset)


def places_in_redirects(data: bytes) -> list[tuple[int, Link]]:
    """Return the targets that can be checked: no placeholders, no functions of the host."""
    return [
        (item.offset, make_link("redirect", item.target))
        for item in read_redirects(data)
        if isinstance(item, Redirect) and not _NOT_A_FILE.search(item.target)
    ]


def redirects_faults(data: bytes) -> tuple[Fault, ...]:
    """Return the lines that are no redirect."""
    help = "write: /old/path/ /new/path/ 301"
    return tuple(
        Fault(MALFORMED, f"`{item[1][:100]}` is not a redirect", help, item[0])
        for item in read_redirects(data)
        if not isinstance(item, Redirect)
    )


class RedirectTable:
    """Finds the redirect that answers for a path, as the host would."""

    def __init__(self, redirects: list[Redirect]) -> None:
        self._exact: dict[str, Redirect] = {}
        self._patterns: list[tuple[list[str], Redirect]] = []
        for redirect in redirects:
            segments = redirect.source.strip("/").split("/")
            if segments[-1] == "*" or any(segment.startswith(":") for segment in segments):
                self._patterns.append((segments, redirect))
            else:
                self._exact.setdefault(redirect.source.rstrip("/"), redirect)
        del self._patterns[_MOST_PATTERNS:]

    def find(self, path: str) -> tuple[str, int] | None:
        """Return the target and the status for `path`, which begins with `/`."""
        exact = self._exact.get(path.rstrip("/"))
        if exact:
            return exact.target, exact.status
        segments = path.lstrip("/").split("/")
        for pattern, redirect in self._patterns:
            values = _matched(pattern, segments)
            if values is not None:
                return _filled(redirect.target, values), redirect.status
        return None


def _matched(pattern: list[str], segments: list[str]) -> dict[str, str] | None:
    """Return what the placeholders of `pattern` stand for in a path, None when it differs."""
    values: dict[str, str] = {}
    for index, part in enumerate(pattern):
        if part == "*":
            return values | {":splat": "/".join(segments[index:])}
        if index >= len(segments) or (part != segments[index] and not part.startswith(":")):
            return None
        values[part] = segments[index]
    return values if [*segments[len(pattern) :], ""] in ([""], ["", ""]) else None


def _filled(target: str, values: dict[str, str]) -> str:
    return "/".join(values.get(part, part) for part in target.split("/"))

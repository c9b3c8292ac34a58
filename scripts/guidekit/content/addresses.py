"""Where links and images may lead, in every form the engine knows and disguised in any way.

Finds more than `inline.find_links`, which answers for the links that writers write. Here a
link may run over lines, hide in brackets or entities, or be half broken: each place at which
the engine could take up an address counts.
"""

import bisect
import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from guidekit.content.blocks import Prose
from guidekit.content.source import SourceText
from guidekit.diagnostics import Span

# What follows is only looked at, so that an address inside another one is found too.
_ADDRESS = re.compile(r"\](?:\((?=\s*(?P<link>[^)>\"']{0,2000}))|:(?=\s*(?P<definition>\S*)))")
_ESCAPED = re.compile(r"\\[\[\]]")
_DECODINGS = 3  # an entity of an entity of an entity


@dataclass(frozen=True)
class Address:
    """An address that the page may lead to or show.

    `target` is what a browser makes of it: entities read, line breaks, tabs and other control
    characters gone, slashes for backslashes.
    """

    target: str
    is_image: bool
    span: Span

    @property
    def scheme(self) -> str:
        """The scheme in small letters, or "" when there is none."""
        match = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)", self.target)
        return match[0].lower() if match else ""

    @property
    def is_remote(self) -> bool:
        """Whether it names a scheme or another host."""
        return bool(self.scheme) or self.target.startswith("//")


def find_addresses(live: list[Prose], source: SourceText) -> list[Address]:
    """Find every address in the live text of a page."""
    lines = [line for line in live if "]" in line.text or "[" in line.text]
    return list(_addresses(live, source)) if lines else []


def _addresses(live: list[Prose], source: SourceText) -> Iterator[Address]:
    starts: list[int] = []
    text = ""
    previous = live[0].line
    for line in live:
        # What stands between two live lines ends a paragraph.
        text += "\n" * (line.line - previous > 1)
        previous = line.line
        starts.append(len(text))
        text += f"{line.text}\n"
    plain = _ESCAPED.sub("  ", text)
    shown = _labels_of_images(plain)
    for match in _ADDRESS.finditer(plain):
        opening = _opening_bracket(plain, match.start())
        label = plain[opening + 1 : match.start()]
        kind = match.lastgroup or ""
        is_image = kind == "definition" and _normal(label) in shown
        is_image |= plain[opening - 1 : opening] == "!" and opening > 0
        number = bisect.bisect_right(starts, match.start(kind)) - 1
        column = match.start(kind) - starts[number] + 1
        span = source.span(live[number].line, column)
        yield Address(as_browsers_read(match[kind]), is_image, span)


def _labels_of_images(text: str) -> set[str]:
    """Return what the images of a page call the addresses they are defined with elsewhere."""
    labels = set()
    for start in re.finditer(r"!\[", text):
        closing = _closing_bracket(text, start.end() - 1)
        labels.add(_normal(text[start.end() : closing]))
        following = re.match(r"\s?\[([^\]]*)\]", text[closing + 1 :][:1000])
        if following:
            labels.add(_normal(following[1]))
    return labels


def _normal(label: str) -> str:
    return " ".join(label.split()).lower()


def _opening_bracket(text: str, closing: int) -> int:
    depth = 0
    for index in range(closing, max(-1, closing - 2000), -1):
        depth += (text[index] == "]") - (text[index] == "[")
        if depth == 0:
            return index
    return closing


def _closing_bracket(text: str, opening: int) -> int:
    depth = 0
    for index in range(opening, min(len(text), opening + 2000)):
        depth += (text[index] == "[") - (text[index] == "]")
        if depth == 0:
            return index
    return len(text)


def as_browsers_read(address: str) -> str:
    """Return an address without anything that could hide its scheme or its host."""
    for _ in range(_DECODINGS):
        address = html.unescape(address)
    visible = [char for char in address if unicodedata.category(char) not in {"Cc", "Cf"}]
    return "".join(visible).strip().lstrip("<").strip().replace("\\", "/")

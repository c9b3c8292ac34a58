"""What stands inside the prose: headings, links and citations, each with its place."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from guidekit.content.blocks import Prose
from guidekit.content.source import SourceText
from guidekit.diagnostics import Span

_CODE = re.compile(r"(`+)(?!`)(?:(?!\1).){1,2000}?\1(?!`)")
_COMMENT = re.compile(r"<!--.*?-->")
_LINK = re.compile(r"(!?)(?<!\\)\[[^\[\]]*\]\(\s*<?([^()<>\s]*(?:\([^()\s]*\)[^()<>\s]*)*)>?")
_DEFINITION = re.compile(r"^\s{0,3}\[(?P<label>[^\]\[^][^\]\[]*)\]:\s*<?(?P<target>[^<>\s]+)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_HEADING_ID = re.compile(r"\s*\{:?[^{}]*#(?P<id>[^\s{}]+)[^{}]*\}\s*$")
_CITATION = re.compile(r"\[@([^\]\s]*)\]")


@dataclass(frozen=True)
class Link:
    """A link or an image in the Markdown. `target` is exactly as written."""

    target: str
    is_image: bool
    span: Span


@dataclass(frozen=True)
class Definition:
    """A line such as `[label]: page.md`; the label in small letters, as it is compared."""

    label: str
    line: int
    column: int


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1, its words, and the anchor the site gives it."""

    level: int
    text: str
    anchor: str
    span: Span


@dataclass(frozen=True)
class Citation:
    """A citation `[@id]`; `span` is the place of its opening bracket."""

    id: str
    span: Span


def mask_code(text: str) -> str:
    """Blank out code spans and comments, keeping every other character in its column."""
    if "<!--" in text:
        text = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    return _CODE.sub(lambda match: " " * len(match[0]), text) if "`" in text else text


def find_links(prose: list[Prose], source: SourceText) -> list[Link]:
    """Find every inline link, image and link definition."""
    return list(_links(prose, source))


def _links(prose: list[Prose], source: SourceText) -> Iterator[Link]:
    for line in prose:
        if "](" in line.text or "]:" in line.text:
            text = mask_code(line.text)
            for match in _LINK.finditer(text):
                yield Link(match[2], bool(match[1]), source.span(line.line, match.start() + 1))
            definition = _DEFINITION.match(text)
            if definition:
                yield Link(
                    definition["target"],
                    False,
                    source.span(line.line, definition.start("target") + 1),
                )


def find_definitions(prose: list[Prose]) -> list[Definition]:
    """Find every line that defines where a reference leads."""
    found = []
    for line in prose:
        match = _DEFINITION.match(mask_code(line.text)) if "]:" in line.text else None
        if match:
            label = " ".join(match["label"].split()).lower()
            found.append(Definition(label, line.line, match.start("label")))
    return found


def find_headings(prose: list[Prose], source: SourceText) -> list[Heading]:
    """Find every heading that begins with `#`, with the anchor Python-Markdown gives it."""
    headings: list[Heading] = []
    used: set[str] = set()
    for line in prose:
        match = _HEADING.match(line.text)
        if match:
            text, anchor = _heading_anchor(match[2], used)
            used.add(anchor)
            headings.append(Heading(len(match[1]), text, anchor, source.span(line.line)))
    return headings


def _heading_anchor(text: str, used: set[str]) -> tuple[str, str]:
    given = _HEADING_ID.search(text)
    if given:
        return text[: given.start()], given["id"]
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*`]", r"\1", text)
    return text, _unique(slugify(words), used)


def slugify(text: str) -> str:
    """Return the anchor for a heading, as Python-Markdown's `toc` extension makes it."""
    value = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    value = re.sub(r"[^\w\s-]", "", value).strip().lower()
    return re.sub(r"[-\s]+", "-", value)


def _unique(anchor: str, used: set[str]) -> str:
    candidate, number = anchor, 0
    while candidate in used or not candidate:
        number += 1
        candidate = f"{anchor}_{number}"
    return candidate


def find_citations(prose: list[Prose], source: SourceText) -> list[Citation]:
    """Find every citation."""
    return [
        Citation(match[1], source.span(line.line, match.start() + 1))
        for line in prose
        if "[@" in line.text
        for match in _CITATION.finditer(mask_code(line.text))
    ]

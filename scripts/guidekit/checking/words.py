"""Which words of a page are there to be read, and so to be spelt."""

import re

from guidekit.content.document import Document
from guidekit.content.inline import mask_code
from guidekit.content.registries import Registry
from guidekit.content.source import SourceText
from guidekit.diagnostics import Span

_FRONT_MATTER_WORDS = re.compile(r"(?:title|description|tags):")
# Addresses, ids, citations and comments.
_NOT_WORDS = re.compile(r"\]\([^)]*\)?|\]:.*|\{[^}]*\}|\[@[^\]]*\]|<!--.*?-->|https?://\S+")


def is_word_to_spell(
    span: Span, word: str, source: SourceText, document: Document | None, known: Registry[str]
) -> bool:
    """Whether a misspelt word at `span` would be seen by a reader, and is not known to be right."""
    line = source.lines[span.line - 1]
    if any(_covers(phrase, line, span.column, word) for phrase in known.entries):
        return False
    if document is None:
        return True
    if span.line < document.front_matter.body_line:
        return _FRONT_MATTER_WORDS.match(line) is not None
    for fence in document.body.fences:
        if fence.line <= span.line <= fence.last_line:
            return fence.is_interactive and span.line != fence.line
    return mask(line)[span.column - 1 : span.column] != " "


def mask(line: str) -> str:
    """Blank out code, addresses, ids and comments, keeping every other character in its column."""
    return _NOT_WORDS.sub(lambda match: " " * len(match[0]), mask_code(line))


def _covers(phrase: str, line: str, column: int, word: str) -> bool:
    start, end = column - 1, column - 1 + len(word)
    return any(
        match.start() <= start and end <= match.end()
        for match in re.finditer(rf"\b{re.escape(phrase)}\b", line)
    )

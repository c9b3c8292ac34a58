"""Prose as paragraphs and sentences, for rules that look at what is claimed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guidekit.content.blocks import Prose
from guidekit.content.inline import mask_code
from guidekit.content.source import SourceText
from guidekit.diagnostics import Span

_STARTS_BLOCK = re.compile(r"^\s*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#|\||!!!|\?\?\?)")
_QUOTE = re.compile(r"^\s*>")
# A sentence keeps the citations that follow its full stop.
_END = re.compile(r"[.!?][”\")’']?(?=\s|$)(?:\s*\[@[^\]\s]*\])*\s*")
_CITED = re.compile(r"\[@([^\]\s]*)\]")


class Sentence(NamedTuple):
    """A sentence, its place, and the ids it cites."""

    text: str
    span: Span
    citations: tuple[str, ...]


def find_sentences(prose: list[Prose], source: SourceText) -> Iterator[Sentence]:
    """Yield every sentence of the prose. Quotes are left out: they are words for others to say."""
    for lines in _paragraphs(prose):
        yield from _sentences(lines, source)


def citations_of_the_next(sentence: Sentence, following: Sentence | None) -> tuple[str, ...]:
    """Return the citations that a sentence without its own shares with the one after it."""
    if following is None or following.span.line - sentence.span.line > 1:
        return ()
    return following.citations


def _paragraphs(prose: list[Prose]) -> Iterator[list[Prose]]:
    paragraph: list[Prose] = []
    for line in prose:
        is_continued = paragraph and line.line == paragraph[-1].line + 1
        if not is_continued or not line.text.strip() or _STARTS_BLOCK.match(line.text):
            if paragraph:
                yield paragraph
            paragraph = []
        if line.text.strip() and not _QUOTE.match(line.text):
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _sentences(lines: list[Prose], source: SourceText) -> Iterator[Sentence]:
    text = "\n".join(mask_code(line.text) for line in lines)
    start = len(text) - len(text.lstrip())
    line = lines[0].line + text.count("\n", 0, start)
    for sentence in _split(text[start:]):
        column = start - text.rfind("\n", 0, start)
        cited = tuple(_CITED.findall(sentence)) if "[@" in sentence else ()
        yield Sentence(sentence.rstrip(), source.span(line, column), cited)
        line += sentence.count("\n")
        start += len(sentence)


def _split(text: str) -> Iterator[str]:
    """Yield the sentences of a text that begins with one, each with the space after it."""
    start = 0
    for end in _END.finditer(text):
        if end.start() > start:
            yield text[start : end.end()]
            start = end.end()
    if start < len(text):
        yield text[start:]

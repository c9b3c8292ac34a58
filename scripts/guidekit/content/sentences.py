"""Prose as paragraphs and sentences, for rules that look at what is claimed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidekit.content.blocks import Prose
from guidekit.content.inline import mask_code
from guidekit.content.source import SourceText
from guidekit.diagnostics import Span

_STARTS_BLOCK = re.compile(r"^\s*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#|\||!!!|\?\?\?)")
_QUOTE = re.compile(r"^\s*>")
# A sentence keeps the citations that follow its full stop.
_SENTENCE = re.compile(r"\S.*?(?:[.!?][”\")’']?(?=\s|$)(?:\s*\[@[^\]\s]*\])*|$)", re.DOTALL)
_CITED = re.compile(r"\[@([^\]\s]*)\]")


@dataclass(frozen=True)
class Sentence:
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
    for match in _SENTENCE.finditer(text):
        before = text[: match.start()]
        line = lines[0].line + before.count("\n")
        column = len(before) - (before.rfind("\n") + 1) + 1
        cited = tuple(_CITED.findall(match[0]))
        yield Sentence(match[0], source.span(line, column), cited)

"""Every character of a page in which the engine may find HTML, links or attributes.

Where two readings are possible, text counts as live: indented code (a list above it may claim
it), and code spans unless each is opened and closed on its own line. So a rule that refuses
something in live text refuses it wherever the engine could let it through.
"""

import re
from collections.abc import Iterator

from guidekit.content.blocks import Blocks, Prose

_BACKTICKS = re.compile(r"`+")


def find_live(blocks: Blocks) -> list[Prose]:
    """Return the live lines in order, with what is certainly code blanked out."""
    lines = sorted([*blocks.prose, *blocks.code, *blocks.comments], key=lambda line: line.line)
    return [line for paragraph in _paragraphs(lines) for line in _mask(paragraph)]


def _paragraphs(lines: list[Prose]) -> Iterator[list[Prose]]:
    """Yield runs of lines without a blank line: no code span reaches out of one."""
    run: list[Prose] = []
    for line in lines:
        if run and (line.line != run[-1].line + 1 or not line.text.strip(" \t")):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _mask(paragraph: list[Prose]) -> list[Prose]:
    if not any("`" in line.text for line in paragraph):
        return paragraph
    # The engine takes comments out before it looks for code.
    if any("<!" in line.text for line in paragraph):
        return paragraph
    masked = [_mask_line(line) for line in paragraph]
    is_certain = all(line is not None for line in masked)
    return [line for line in masked if line is not None] if is_certain else paragraph


def _mask_line(line: Prose) -> Prose | None:
    """Blank out the code spans of a line; None when one does not end on it."""
    marks = list(_BACKTICKS.finditer(line.text))
    if "\\`" in line.text:
        return None
    text = line.text
    while marks:
        opening = marks.pop(0)
        ends = [n for n, mark in enumerate(marks) if len(mark[0]) == len(opening[0])]
        if not ends:
            return None
        start, end = opening.start(), marks[ends[0]].end()
        text = text[:start] + " " * (end - start) + text[end:]
        del marks[: ends[0] + 1]
    return Prose(line.line, text)

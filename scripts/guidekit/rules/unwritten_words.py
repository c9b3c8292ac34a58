"""Words that a new file left to be written."""

from collections.abc import Iterator

from guidekit.content.document import Document
from guidekit.content.site import Site
from guidekit.content.unwritten import MARK
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "PAGE103",
    "unwritten-words",
    "A page made by `guidekit new` says what belongs where; a reader should not see that.",
    example="guide",
    valid=("Begin with the hardest thing to write: your name.\n", "`To write:` is our mark.\n"),
    invalid=("To write: the one thing to do first.\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each line that has the mark, but for code."""
    for document in site.documents.values():
        for number, line in _lines(document):
            column = line.find(MARK)
            if column >= 0 and f"`{MARK}" not in line:
                rest = line[column + len(MARK) :].strip(' "')
                yield RULE.at(
                    document.source.span(number, column + 1),
                    f"still to be written: {rest}" if rest else "still to be written",
                    f"write it, and delete “{MARK}” and what stands behind it",
                )


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the lines of the front matter, of the prose, and of emails and questions."""
    first = document.front_matter.body_line
    yield from enumerate(document.source.lines[: first - 1], 1)
    for line in document.body.prose:
        yield line.line, line.text
    for fence in document.body.fences:
        if fence.is_interactive:
            yield from enumerate(fence.lines, fence.line + 1)

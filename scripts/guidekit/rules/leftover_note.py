"""A note of a writer to themselves."""

from collections.abc import Iterator

import re2

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "TODO101",
    "leftover-note",
    "A reader should not find the notes of a writer.",
    example="guide",
    valid=("You have a lot to do. Write `TODO` in code.\n",),
    invalid=(
        "TODO: say why.\n",
        "Lorem ipsum dolor sit amet.\n",
        "```email\nSubject: TODO\n\nHello,\n```\n",
    ),
)

# Capitals only: "todo" is a word in other languages.
_LEFT_OVER = re2.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX)\b|[Ll]orem ipsum")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such word in front matter, prose, emails and questions."""
    for document in site.documents.values():
        if not _LEFT_OVER.search(document.source.text):
            continue
        end = document.front_matter.body_line
        lines = list(enumerate(document.source.lines[: end - 1], 1))
        lines += [(line.line, line.text) for line in document.body.live]
        for fence in document.body.fences:
            if fence.is_interactive:
                lines += enumerate(fence.lines, fence.line + 1)
        for number, text in lines:
            for match in _LEFT_OVER.finditer(text):
                span = document.source.span(number, match.start() + 1)
                yield RULE.at(span, f"`{match[0]}` is left over", "write the words, or remove it")

"""A footnote, which this site does not have."""

import re
from collections.abc import Iterator

from guidekit.content.inline import mask_code
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "LINK103",
    "unknown-footnote",
    "Footnotes are not part of these pages: the reader sees the brackets and no note.",
    example="guide",
    valid=("It helps. [@known2020]\n",),
    invalid=("It helps.[^1]\n", "It helps.\n\n[^1]: A study.\n"),
)

_FOOTNOTE = re.compile(r"(?<!\\)\[\^[^\[\]\s]+\]")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each footnote and each mark of one."""
    for document in site.documents.values():
        for line in document.body.prose:
            for match in _FOOTNOTE.finditer(mask_code(line.text)) if "[^" in line.text else ():
                yield RULE.at(
                    document.source.span(line.line, match.start() + 1),
                    f"`{match[0]}` is a footnote, and pages here have none",
                    "cite a source as [@id], or put the words into the text",
                )

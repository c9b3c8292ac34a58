"""A picture without words for those who cannot see it."""

import re
from collections.abc import Iterator

from guidekit.content.document import Document
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "TEXT102",
    "alt-text",
    "People who cannot see the picture get these words in its place.",
    example="guide",
    invalid=(
        "![](desk.png)\n",
        "![ ](desk.png)\n",
        "![desk.png](desk.png)\n",
        "![image](desk.png)\n",
        "![][desk]\n\n[desk]: desk.png\n",
    ),
)

_IMAGE = re.compile(r"!\[(?P<words>[^\[\]]*)\][(\[]")
_EMPTY_WORDS = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|screenshot|graphic|figure|alt|alt text)?"
    r"|\S+\.(?:png|jpe?g|webp|avif|gif|svg)",
    re.IGNORECASE,
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each picture whose words say nothing."""
    for document in site.documents.values():
        for line in document.body.live:
            if "![" in line.text:
                yield from _check_line(line.text, line.line, document)


def _check_line(text: str, number: int, document: Document) -> Iterator[Diagnostic]:
    for match in _IMAGE.finditer(text):
        if _EMPTY_WORDS.fullmatch(match["words"].strip()):
            span = document.source.span(number, match.start() + 1)
            help = "say what it shows: ![A desk by a window](desk.png)"
            yield RULE.at(span, "the picture has no words", help)

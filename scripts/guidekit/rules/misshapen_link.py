"""A link whose brackets are in the wrong order, apart, or left open."""

import re
from collections.abc import Iterator

from guidekit.content.inline import mask_code
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "LINK105",
    "misshapen-link",
    "The reader sees the brackets and the address, and there is no link.",
    example="guide",
    valid=(
        "Read [the list](../checklists/first.md), or (later) [the other](../guides/other.md).\n",
        'See [the law](https://www.acas.org.uk/ "Acas") (in force) and [sic] (as they wrote).\n',
    ),
    invalid=(
        "Read (the list)[../checklists/first.md].\n",
        "Read [the list] (../checklists/first.md).\n",
        "Read [the list](../checklists/first.md\n",
        "Read [the law](https://www.acas.org.uk/ the law).\n",
    ),
)

_ADDRESS = r"(?:https?://|mailto:|\.{0,2}/|[\w./-]+\.md\b)[^()\s]*"
_SHAPES = (
    (re.compile(rf"\([^()\[\]]+\)\[{_ADDRESS}\]"), "has its brackets the wrong way round"),
    (re.compile(rf"\[[^\[\]]+\][ \t]+\({_ADDRESS}\)"), "has a space between its brackets"),
    (re.compile(rf"\[[^\[\]]+\]\({_ADDRESS}\s*$"), "is not closed"),
    (re.compile(r"\[[^\[\]]+\]\([^()<>\s]+[ \t]+[^\"'()\s][^()]*\)"), "has a space in its address"),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each piece of text that was meant to be a link."""
    for document in site.documents.values():
        for line in document.body.prose:
            if "[" not in line.text or "(" not in line.text:
                continue
            text = mask_code(line.text)
            for shape, problem in _SHAPES:
                for match in shape.finditer(text):
                    yield RULE.at(
                        document.source.span(line.line, match.start() + 1),
                        f"`{match[0][:100]}` {problem}",
                        "write [words](address), on one line",
                    )

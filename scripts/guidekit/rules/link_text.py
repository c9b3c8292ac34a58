"""A link whose words do not say where it leads."""

import re
from collections.abc import Iterator

from guidekit.content.document import Document
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "TEXT101",
    "link-text",
    "Screen readers list the links of a page without the words around them.",
    example="guide",
    valid=("Read [the first list](../checklists/first.md).\n",),
    invalid=(
        "To read the list, [click here](../checklists/first.md).\n",
        "Read more [Here](../checklists/first.md).\n",
        "See [https://example.org/](https://example.org/).\n",
        "See [ ](../checklists/first.md).\n",
    ),
)

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]*)\]\((?P<address>[^()\s]+)")
_VAGUE = frozenset(
    "click here|click|here|this|this link|this page|this site|this article|this guide|link|links"
    "|more|read more|see more|learn more|find out more|more info|more information|read this|see"
    "|see here|go here|go|page|website|site|article|details|info|information|continue"
    "|continue reading|read|download|open|start here|there|over here|it|tap here|press here".split(
        "|"
    )
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:md|html?)", re.IGNORECASE)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each link with empty, vague or technical words."""
    for document in site.documents.values():
        for line in document.body.live:
            if "](" in line.text:
                yield from _check_line(line.text, line.line, document)


def _check_line(text: str, number: int, document: Document) -> Iterator[Diagnostic]:
    for match in _LINK.finditer(text):
        words = re.sub(r"[*_`]", "", match["words"]).strip(" .,:;!?").lower()
        if words and words not in _VAGUE and not _ADDRESS.fullmatch(words):
            continue
        span = document.source.span(number, match.start() + 1)
        said = f"`{match['words']}` does not say" if words else "no words say"
        help = f"name what is there: [{_suggestion(match['address'])}]({match['address']})"
        yield RULE.at(span, f"{said} where the link leads", help)


def _suggestion(address: str) -> str:
    name = re.sub(r"\.md.*|[#?].*", "", address.rstrip("/").rpartition("/")[2])
    return name.replace("-", " ") or "the words a reader would look for"

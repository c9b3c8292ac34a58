"""Two pages with the same title or the same description."""

from collections.abc import Iterator

from guidekit.content.document import Document
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

NEEDS_ALL_PAGES = True
RULE = Rule(
    "META108",
    "duplicate-text",
    "In search results and on cards only title and description tell pages apart.",
    example="front matter",
    invalid=("title: The other guide\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each title and description that an earlier page has."""
    for key in ("title", "description"):
        first: dict[str, Document] = {}
        for document in site.documents.values():
            text = document.front_matter.text(key)
            if text is None:
                continue
            earlier = first.setdefault(text.casefold().strip(), document)
            if earlier is not document:
                yield RULE.at(
                    document.front_matter.span(document.source, key),
                    f"`{key}` is the same as in {earlier.source.path}",
                    f"write a {key} that only this page could have",
                )

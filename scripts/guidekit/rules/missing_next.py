"""A next step that is not there."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, did_you_mean

NEEDS_ALL_PAGES = True
RULE = Rule(
    "PAGE102",
    "missing-next-step",
    "A page ends in its next step; one that leads nowhere leaves the reader alone.",
    example="front matter of a guide",
    valid=("next: [checklists/first.md]\n",),
    invalid=("next: [checklists/frist.md]\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each path in `next` that is not a page of the site."""
    for document in site.documents.values():
        meta = document.front_matter.meta
        for position, path in enumerate(meta.next if meta else ()):
            if path not in site.documents or path == document.page:
                yield RULE.at(
                    document.front_matter.span(document.source, "next", position),
                    f"`{path}` is not another page of the site",
                    did_you_mean(path, site.documents, "name a page inside docs/"),
                )

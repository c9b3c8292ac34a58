"""An id that was retired, and is in use again."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

NEEDS_ALL_PAGES = True
RULE = Rule(
    "ITEM107",
    "reused-id",
    "What readers kept under the old item would turn up under the new one.",
    example="_data/released-ids.yml",
    invalid=("released: {}\nretired:\n  checklists/first.md: [phone-down]\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item whose id was retired on its page."""
    for page, ids in site.registries.released.ids.retired.items():
        document = site.documents.get(page)
        for item in document.body.items if document else ():
            if item.id in ids:
                help = "give it another id, or take this one off the list of retired ids"
                yield RULE.at(item.span, f"the id `{item.id}` was retired on this page", help)

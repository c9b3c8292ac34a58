"""An item or question that takes over the state of one that is still there."""

from collections.abc import Iterator

from guidekit.content.document import Document
from guidekit.content.items import Item
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

NEEDS_ALL_PAGES = True
RULE = Rule(
    "ITEM105",
    "contested-state",
    "`was=` hands the tick or the answer of an old item to a new one; while the old one is "
    "there, what the reader does to it would turn up in both.",
    example="checklist",
    valid=(
        "- [ ] Wait {#wait was=rest}\n",
        "- [ ] Wait {#wait was=checklists/gone/wait}\n",
    ),
    invalid=(
        "- [ ] Wait {#wait was=rest}\n- [ ] Rest {#rest}\n",
        "- [ ] Wait {#wait was=wait}\n",
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each `was=` that names an item of today."""
    pages = {_address(document): document for document in site.documents.values()}
    for document in site.documents.values():
        for kind in ("tasks", "questions"):
            for item in getattr(document.body, kind):
                page, _, old = (item.was or "").rpartition("/")
                owner = pages.get(page) if page else document
                yield from _contested(item, old, getattr(owner.body, kind) if owner else [])


def _contested(item: Item, old: str, items: list[Item]) -> Iterator[Diagnostic]:
    for other in items:
        if other.id == old:
            where = f"{other.span.path}, line {other.span.line}"
            yield RULE.at(
                item.span,
                f"`was={item.was}` names an item that is still there: {where}",
                "take `was=` away, or remove the old item if this one is in its place",
            )


def _address(document: Document) -> str:
    """Return the address of a page as `was=` writes it: `checklists/first-ten-minutes`."""
    return document.page.removesuffix(".md").removesuffix("/index")

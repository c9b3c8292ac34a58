"""An id that a released version had, and that is gone without a word."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, closest

NEEDS_ALL_PAGES = True
RULE = Rule(
    "ITEM106",
    "vanished-id",
    "Readers have ticks and answers under it, which would be lost to them.",
    example="_data/released-ids.yml",
    valid=(
        "released:\n  checklists/first.md: [phone-down]\n",
        "released:\n  checklists/first.md: [old]\nretired:\n  checklists/first.md: [old]\n",
    ),
    invalid=(
        "released:\n  checklists/first.md: [phone-down, put-the-phone-down]\n",
        "released:\n  checklists/gone.md: [wait]\n",
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each released id that no item has, takes over, or retires."""
    known = site.registries.released
    handed_on = set(_handed_on(site))
    for page, ids in known.ids.released.items():
        document = site.documents.get(page)
        present = {item.id for item in document.body.items} if document else set()
        for each in ids:
            gone = each not in present and _address(page, each) not in handed_on
            if gone and each not in known.ids.retired.get(page, ()):
                new = present - set(ids)
                yield RULE.at(
                    known.spans.get(f"{page}#{each}", known.span),
                    f"{page} no longer has the item `{each}`",
                    _help(each, new, page),
                )


def _address(page: str, each: str) -> str:
    return f"{page.removesuffix('.md')}/{each}"


def _handed_on(site: Site) -> Iterator[str]:
    for document in site.documents.values():
        for item in document.body.items:
            if item.was:
                yield item.was if "/" in item.was else _address(document.page, item.was)


def _help(each: str, new: set[str], page: str) -> str:
    match = closest(each, new)
    name = match or "new-id"
    return (
        f"if it has another id now, write {{#{name} was={each}}}; if it moved to another page, "
        f"was={_address(page, each)}; if readers may lose it, move it to `retired` here"
    )

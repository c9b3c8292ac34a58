"""Two items or questions of one page with the same id."""

from collections.abc import Iterator

from guidekit.content.items import Item
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "ITEM104",
    "duplicate-id",
    "What the reader ticks or writes is kept under the id: two of one name share one tick.",
    example="checklist",
    valid=("- [ ] Wait {#wait}\n- [ ] Rest {#rest}\n",),
    invalid=("- [ ] Wait {#wait}\n- [ ] Rest {#wait}\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each id that stands on its page a second time."""
    for document in site.documents.values():
        first: dict[str, Item] = {}
        for item in document.body.items:
            earlier = first.setdefault(item.id, item)
            if earlier is not item:
                yield RULE.at(
                    item.span,
                    f"the id `{item.id}` is already used at line {earlier.span.line}",
                    "give this item an id of its own",
                )

"""A page of emails, or of checklists, that holds none."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "PAGE101",
    "nothing-to-use",
    "A reader who opens an email or a checklist expects something to copy or to tick.",
    example="checklist",
    valid=("- [ ] Wait an hour {#wait-an-hour}\n",),
    invalid=("Only words.\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each email page without an email and list without an item."""
    for document in site.of_type("emails"):
        if not any(fence.kind == "email" for fence in document.body.fences):
            yield RULE.at(
                document.source.span(document.front_matter.body_line),
                "the page has no email",
                "add an ```email fence with `Subject: ...`, a blank line and the text",
            )
    for document in site.of_type("checklists"):
        if not document.body.has_items:
            yield RULE.at(
                document.source.span(document.front_matter.body_line),
                "the page has nothing to tick or answer",
                "add a line such as `- [ ] Wait an hour {#wait-an-hour}`",
            )

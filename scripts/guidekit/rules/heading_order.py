"""Headings that skip a level, or a second title."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "HEAD101",
    "heading-order",
    "People who hear a page move by its headings: a level left out looks like a part lost. The "
    "title is level one, so the first heading is ##.",
    example="guide",
    valid=("## One\n\n### Two\n\n## Three\n",),
    invalid=("# One\n", "### One\n", "## One\n\n#### Two\n"),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each heading more than one level below the one before it."""
    for document in site.documents.values():
        above = 1
        for heading in document.body.headings:
            if heading.level == 1:
                help = "write ##; the title in the front matter is the only heading above it"
                yield RULE.at(heading.span, "a second title of the page", help)
            elif heading.level > above + 1:
                help = f"write {'#' * (above + 1)}"
                message = f"level {heading.level} follows level {above}"
                yield RULE.at(heading.span, message, help)
            above = max(heading.level, 1)

"""A review that has not happened yet."""

from collections.abc import Iterator
from datetime import timedelta

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "META110",
    "review-in-future",
    "The date says when somebody last compared the page with its sources.",
    example="front matter",
    invalid=("reviewed: 2999-01-01\n",),
)

# It may be tomorrow already where the writer is.
_AHEAD = timedelta(days=1)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each page reviewed later than today."""
    for document in site.documents.values():
        meta = document.front_matter.meta
        if meta and meta.reviewed > site.today + _AHEAD:
            span = document.front_matter.span(document.source, "reviewed")
            help = f"write the day of the last review; today is {site.today}"
            yield RULE.at(span, f"{meta.reviewed} is still to come", help)

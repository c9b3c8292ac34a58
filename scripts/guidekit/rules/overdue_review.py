"""A page that nobody has looked at for a year."""

import re
from collections.abc import Iterator
from datetime import date

from guidekit.content.document import Document
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "META109",
    "overdue-review",
    "Law, time limits and telephone numbers change, and so does what is known; a stale one can "
    "cost a reader their claim.",
    # Time alone must not stop a build.
    Severity.WARNING,
)

_CHANGING = {
    "official guidance",
    "official service",
    "statute or regulation",
    "court judgment",
}
# "call 999", "on 116 123", "HEAL on 15555", but neither "on 12 November" nor "call 3 people".
_TELEPHONE = re.compile(
    r"\b(?:call|ring|phone|dial|text|helpline|number)\b[^.?!\n]{0,60}?"
    r"(?<![\d.,/-])(?:\d{3}(?: ?\d{2,4})+|\d{5,}|\d{3})"
    r"(?![\d%]|,\d| *(?:people|words|characters|days|minutes))",
    re.IGNORECASE,
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each page that was reviewed more than a year ago."""
    for document in site.documents.values():
        meta = document.front_matter.meta
        if meta and _is_over_a_year_old(meta.reviewed, site.today):
            law = ", and it rests on law, officials or helplines"
            yield RULE.at(
                document.front_matter.span(document.source, "reviewed"),
                f"last reviewed {meta.reviewed}{law if _may_change(document, site) else ''}",
                "open its sources, compare what the page says, then set the date to today",
            )


def _is_over_a_year_old(reviewed: date, today: date) -> bool:
    return (today.year - 1, today.month, today.day) > (reviewed.year, reviewed.month, reviewed.day)


def _may_change(document: Document, site: Site) -> bool:
    records = site.registries.sources.entries
    cited = (records.get(citation.id) for citation in document.body.citations)
    if any(record is not None and record.kind in _CHANGING for record in cited):
        return True
    return any(_TELEPHONE.search(line.text) for line in document.body.prose)

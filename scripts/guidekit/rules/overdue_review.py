"""A page that nobody has looked at for a year."""

from collections.abc import Iterator
from datetime import timedelta

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

LONGEST = timedelta(days=365)
_CHANGING = {
    "official guidance",
    "official service",
    "statute or regulation",
    "court judgment",
}


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each page that was reviewed more than a year ago."""
    for document in site.documents.values():
        meta = document.front_matter.meta
        if meta and site.today - meta.reviewed > LONGEST:
            law = ", and it rests on law, officials or helplines"
            yield RULE.at(
                document.front_matter.span(document.source, "reviewed"),
                f"last reviewed {meta.reviewed}{law if _rests_on_law(document, site) else ''}",
                "open its sources, compare what the page says, then set the date to today",
            )


def _rests_on_law(document: Document, site: Site) -> bool:
    records = site.registries.sources.entries
    cited = (records.get(citation.id) for citation in document.body.citations)
    return any(record is not None and record.kind in _CHANGING for record in cited)

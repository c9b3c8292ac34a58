"""A recorded source that no page cites."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

NEEDS_ALL_PAGES = True
RULE = Rule(
    "CITE103",
    "unused-source",
    "The page of sources lists what this site rests on, and nothing else.",
    example="_data/sources.yml",
    invalid=(
        "- id: forgotten2021\n  title: Another study\n  authors: Other, B.\n  year: 2021\n"
        "  venue: A journal\n  url: https://example.org/other\n  kind: rct\n  strength: weak\n"
        "  claim: Something.\n  caveat: Small.\n  verified: found\n",
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each record without a citation."""
    registry = site.registries.sources
    cited = {
        citation.id for document in site.documents.values() for citation in document.body.citations
    }
    for identifier in registry.entries:
        if identifier not in cited:
            yield RULE.at(
                registry.spans[identifier],
                f"no page cites `{identifier}`",
                f"cite it with [@{identifier}], or remove the record",
            )

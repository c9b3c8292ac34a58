"""A citation of a source that is not recorded."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, closest

RULE = Rule(
    "CITE101",
    "unknown-citation",
    "A claim is only as good as its source, and this one cannot be looked up.",
    example="guide",
    valid=("It helps. [@known2020]\n",),
    invalid=("It helps. [@unknown2020]\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each citation that sources.yml does not hold."""
    registry = site.registries.sources
    for document in site.documents.values():
        for citation in document.body.citations:
            if citation.id not in registry.entries:
                match = closest(citation.id, registry.entries)
                adding = f"add it to {registry.path}"
                yield RULE.at(
                    citation.span,
                    f"`{citation.id}` is not a known source",
                    f"write [@{match}], or {adding}" if match else adding,
                )

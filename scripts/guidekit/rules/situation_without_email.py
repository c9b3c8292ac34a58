"""A situation that no email answers, or whose guide or checklist is not there."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, did_you_mean

NEEDS_ALL_PAGES = True
RULE = Rule(
    "MAIL113",
    "situation-leads-nowhere",
    "A reader who chooses a situation must arrive at an email, a guide and a checklist.",
    example="_data/situations.yml",
    invalid=(
        "- slug: lost\n  label: I lost my way\n  heard: [email]\n  reached: [interview]\n"
        "  want: reply\n  guide: guides/first.md\n  checklist: checklists/first.md\n",
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each situation without an email, guide or checklist."""
    registry = site.registries.situations
    answered = {document.front_matter.text("situation") for document in site.of_type("emails")}
    for slug, situation in registry.entries.items():
        span = registry.spans[slug]
        if slug not in answered:
            help = f"write an email with `situation: {slug}`, or remove the entry"
            yield RULE.at(span, f"no email answers `{slug}`", help)
        for page in (situation.guide, situation.checklist):
            if page not in site.documents:
                help = did_you_mean(page, site.documents, "name a page inside docs/")
                yield RULE.at(span, f"`{slug}` leads to {page}, which does not exist", help)

"""An email for a situation that is not in the list."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, closest

RULE = Rule(
    "MAIL112",
    "unknown-situation",
    "The way from what happened to the right email runs through this list.",
    example="front matter of an email",
    valid=("situation: thanks\n",),
    invalid=("situation: thank\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each `situation` that situations.yml does not hold."""
    registry = site.registries.situations
    for document in site.of_type("emails"):
        slug = document.front_matter.text("situation")
        if slug is not None and slug not in registry.entries:
            match = closest(slug, registry.entries)
            adding = f"add `{slug}` to {registry.path}"
            yield RULE.at(
                document.front_matter.span(document.source, "situation"),
                f"`{slug}` is not a known situation",
                f"did you mean `{match}`? Otherwise {adding}" if match else adding,
            )

"""A placeholder that the registry does not know."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, closest

RULE = Rule(
    "MAIL102",
    "unknown-placeholder",
    "The page makes a field for each placeholder from docs/_data/fields.yml; without an "
    "entry there the reader cannot fill it in.",
    example="email",
    valid=("Subject: About {{role}}\n\nHello {{recruiter_name}},\n",),
    invalid=("Subject: About {{rol}}\n\nHello {{recruiter_name}},\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each placeholder that is not in the registry."""
    known = site.registries.fields.entries
    for document in site.documents.values():
        for email in document.body.emails:
            for placeholder in email.placeholders:
                if placeholder.name not in known:
                    yield RULE.at(
                        placeholder.span,
                        f"`{placeholder.name}` is not a known field",
                        _help(placeholder.name, site),
                    )


def _help(name: str, site: Site) -> str:
    registry = site.registries.fields
    match = closest(name, registry.entries)
    adding = f"add `{name}` to {registry.path}"
    return f"write {{{{{match}}}}}, or {adding}" if match else adding

"""A field of the registry that no email uses."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, closest

NEEDS_ALL_PAGES = True
RULE = Rule(
    "MAIL109",
    "unused-field",
    "A field that no email uses is left over, or an email misspells it.",
    example="_data/fields.yml",
    invalid=("salary: {label: Salary, hint: What you asked for, example: '30,000', kind: text}\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each entry of the registry without a use."""
    registry = site.registries.fields
    used = {
        placeholder.name
        for document in site.documents.values()
        for email in document.body.emails
        for placeholder in email.placeholders
    }
    for name in registry.entries:
        if name not in used:
            yield RULE.at(registry.spans[name], f"no email uses `{name}`", _help(name, used, site))


def _help(name: str, used: set[str], site: Site) -> str:
    match = closest(name, used - set(site.registries.fields.entries))
    if match:
        return f"emails write {{{{{match}}}}}: did they mean {{{{{name}}}}}?"
    return f"remove the entry, or use {{{{{name}}}}} in an email"

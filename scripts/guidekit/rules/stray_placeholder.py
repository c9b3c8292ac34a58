"""A placeholder outside an email."""

import re
from collections.abc import Iterator

from guidekit.content.inline import mask_code
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "MAIL110",
    "placeholder-outside-email",
    "Only an email can be filled in; elsewhere the reader sees the braces.",
    example="guide",
    valid=("Write `{{role}}` in an email.\n",),
    invalid=("Thank you for the {{role}} interview.\n",),
)

_PLACEHOLDER = re.compile(r"\{\{[^{}\n]*\}\}")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each placeholder in the prose of a page."""
    for document in site.documents.values():
        for line in document.body.prose:
            if "{{" not in line.text:
                continue
            for match in _PLACEHOLDER.finditer(mask_code(line.text)):
                yield RULE.at(
                    document.source.span(line.line, match.start() + 1),
                    f"`{match[0]}` stands outside an email",
                    "move it into an ```email fence, or write plain words",
                )

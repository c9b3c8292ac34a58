"""A web address without encryption."""

from collections.abc import Iterator

from guidekit.addresses import scheme_of
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "LINK107",
    "plain-http",
    "Others can read and change what is sent over plain http.",
    Severity.WARNING,
    example="guide",
    valid=("[Acas](https://www.acas.org.uk/)\n",),
    invalid=("[Acas](http://www.acas.org.uk/)\n", "[Acas](//www.acas.org.uk/)\n"),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each address that is http, or leaves that open."""
    for document in site.documents.values():
        for link in document.body.links:
            rest = link.target.partition("//")[2]
            if rest and (scheme_of(link.target) == "http" or link.target.startswith("//")):
                message = f"`{link.target}` may be sent unencrypted"
                yield RULE.at(link.span, message, f"write `https://{rest}`")

"""An address that browsers or mail programs cannot use, whatever stands behind it."""

from collections.abc import Iterator

from guidekit.addresses import form_fault, scheme_of
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "LINK106",
    "malformed-address",
    "Browsers guess what a malformed address means, or give up.",
    example="guide",
    valid=("[Acas](https://www.acas.org.uk/), [write](mailto:us@example.org?subject=Hi).\n",),
    invalid=(
        "[Acas](https:/www.acas.org.uk/)\n",
        "[Acas](https://https://www.acas.org.uk/)\n",
        "[Acas](https://www,acas.org.uk/)\n",
        "[Acas](https://www.acas.org.uk/100%)\n",
        "[Acas](https://[www.acas.org.uk/)\n",
        "[us](mailto:)\n",
        "[us](mailto:us)\n",
        "[us](tel:call-us)\n",
    ),
)

_CHECKED = ("http", "https", "mailto", "tel")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each web, mail or telephone address with a fault in its form."""
    for document in site.documents.values():
        for link in document.body.links:
            # Other schemes are refused anyway, and ways to pages are looked for on the disk.
            checked = scheme_of(link.target) in _CHECKED or link.target.startswith("//")
            fault = form_fault(link.target, link.target) if checked else None
            if fault:
                yield RULE.at(link.span, fault.message, fault.help)

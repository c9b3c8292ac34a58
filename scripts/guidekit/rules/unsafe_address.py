"""A link whose address a browser would run or read as something else than a page."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, closest

RULE = Rule(
    "SAFE103",
    "unsafe-address",
    "Addresses such as javascript: and data: run in the page; only known kinds may be used.",
    excusable=False,
    example="guide",
    valid=("[Acas](https://www.acas.org.uk/) or [write](mailto:us@example.org).\n",),
    invalid=(
        "[words](javascript:alert(1))\n",
        "[words](java&#115;cript&colon;alert(1))\n",
        "[words](\n  java\nscript:alert(1))\n",
        "[a [b] c](data:text/html,x)\n",
        "[words][a]\n\n[a]:\n  vbscript:x\n",
        "- one\n\n    [words](file:///etc/passwd)\n",
    ),
)

_ALLOWED = ("https", "http", "mailto", "tel")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each address with a scheme that is not on the list."""
    for document in site.documents.values():
        for address in document.body.addresses:
            if address.scheme and address.scheme not in _ALLOWED and not address.is_image:
                yield RULE.at(
                    address.span, f"`{address.scheme}:` is not allowed", _help(address.scheme)
                )


def _help(scheme: str) -> str:
    match = closest(scheme, _ALLOWED)
    guess = f"did you mean `{match}:`? " if match else ""
    return f"{guess}An address begins with https:, mailto: or tel:, or names a page of the site"

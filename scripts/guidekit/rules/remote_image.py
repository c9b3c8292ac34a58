"""An image from elsewhere, or of a kind that can carry a script."""

import posixpath
from collections.abc import Iterator

from guidekit.content.addresses import Address
from guidekit.content.files import IMAGE_ENDINGS
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "SAFE104",
    "foreign-image",
    "Another host would learn who reads the page; and some formats of images can run scripts.",
    excusable=False,
    example="guide",
    invalid=(
        "![A desk](https://example.org/desk.png)\n",
        "![A desk](//example.org/desk.png)\n",
        "![A desk][desk]\n\n[Desk]: https://example.org/desk.png\n",
        "[![A desk](data:image/svg+xml,x)](../checklists/first.md)\n",
        "![A desk](desk.svg)\n",
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such image."""
    for document in site.documents.values():
        for address in document.body.addresses:
            if address.is_image:
                yield from _problem(address)


def _problem(address: Address) -> Iterator[Diagnostic]:
    endings = ", ".join(IMAGE_ENDINGS)
    if address.is_remote:
        help = f"put the picture itself into docs/ ({endings}) and name it from this page"
        yield RULE.at(address.span, "the image would be fetched from elsewhere", help)
        return
    path = address.target.partition("#")[0].partition("?")[0]
    if posixpath.splitext(path)[1].lower() not in IMAGE_ENDINGS:
        help = f"use a picture of one of these kinds: {endings}"
        yield RULE.at(address.span, f"`{path[-40:]}` is not a picture that may be used", help)

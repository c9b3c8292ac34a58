"""Which files of a site are read, told by their names."""

import re

PAGE, SVG, CSS, SITEMAP, MANIFEST, ROBOTS, REDIRECTS = (
    *("page", "svg", "css", "sitemap", "manifest", "robots", "redirects"),
)

_KINDS = [
    (PAGE, re.compile(r".*\.(?:x?html?|shtml)", re.IGNORECASE)),
    (SVG, re.compile(r".*\.svg", re.IGNORECASE)),
    (CSS, re.compile(r".*\.css", re.IGNORECASE)),
    (SITEMAP, re.compile(r"(?:.*/)?[^/]*sitemap[^/]*\.xml")),
    (MANIFEST, re.compile(r".*\.webmanifest|(?:.*/)?manifest\.(?:json|webapp)")),
    (ROBOTS, re.compile(r"robots\.txt")),
    (REDIRECTS, re.compile(r"_redirects")),
]


def kind_of(name: str) -> str | None:
    """Return what a file of the site is; None when it cannot hold links that are checked.

    `name` is its path in the site.
    """
    return next((kind for kind, names in _KINDS if names.fullmatch(name)), None)


def is_page(name: str) -> bool:
    """Whether a file of the site is an HTML page."""
    return kind_of(name) == PAGE

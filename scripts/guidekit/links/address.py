"""The address a site will have, and how addresses on the web map to files in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from guidekit.links.extract import is_page, load
from guidekit.links.formats import places_in_sitemap
from guidekit.links.html import read_html
from guidekit.links.record import SITE
from guidekit.links.site import Site
from guidekit.links.text import decode_html

# Where a site without a known address is taken to be; RFC 2606 keeps the name from being real.
_NOWHERE = "http://site.invalid"
_MOST_PAGES_ASKED = 24
_HEAD = 65_536
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_WEB_ADDRESS = re.compile(r"(https?)://([^\s/?#\[\]]+)([^\s?#]*)")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a site stands: `https://example.org` and `/bounce/`."""

    origin: str = _NOWHERE
    prefix: str = "/"

    @property
    def is_known(self) -> bool:
        """Whether anything tells where the site stands."""
        return self.origin != _NOWHERE

    @property
    def is_https(self) -> bool:
        """Whether the site is known to be served over https, as sites are otherwise."""
        return not (self.is_known and self.origin.startswith("http:"))

    def url(self, path: str) -> str:
        """Return the URL of what stands at `path` in the site."""
        return self.origin + self.prefix + quote_path(path)

    def path(self, url: str) -> str | None:
        """Return the path in the site of what stands at `url`, None when it is elsewhere."""
        parts = urlsplit(url)
        own = self.origin.partition("://")[2]
        if _host(parts.scheme, parts.netloc) != own:
            return None
        path = parts.path or "/"
        return unquote_path(path[len(self.prefix) :]) if path.startswith(self.prefix) else None


def quote_path(path: str) -> str:
    """Write a path as it stands in a URL."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/~!$&'()*+,;=:@")


def unquote_path(path: str) -> str:
    """Read a path from a URL as the file system writes it."""
    return unquote(path, errors="surrogateescape")


def _host(scheme: str, netloc: str) -> str:
    return netloc.rpartition("@")[2].lower().removesuffix(_DEFAULT_PORTS.get(scheme.lower(), ""))


def parse_address(url: str) -> Address:
    """Return the address that `url` says; ValueError when it is no web address."""
    match = _WEB_ADDRESS.fullmatch(url if "://" in url else f"https://{url}")
    if match is None:
        raise ValueError(f"{url} is not a web address; write https://host/path")
    scheme, netloc, path = match.groups()
    return Address(f"{scheme}://{_host(scheme, netloc)}", f"/{path.strip('/')}/".replace("//", "/"))


def find_address(site: Site) -> Address:
    """Return the address that most of the sitemap and of the canonical links agree on."""
    votes: Counter[Address] = Counter()
    for address, weight in [*_sitemap_votes(site), *_canonical_votes(site)]:
        votes[address] += weight
    if not votes:
        return Address()
    return max(votes, key=lambda address: (votes[address], -len(address.prefix), address.origin))


def _sitemap_votes(site: Site) -> Iterator[tuple[Address, int]]:
    if "sitemap.xml" not in site.pages:
        return
    data, _ = load(site.root, "sitemap.xml")
    for _, (use, target, _) in places_in_sitemap(data[:_HEAD]):
        if use == "sitemap":
            yield from _votes(site, target, None)


def _canonical_votes(site: Site) -> Iterator[tuple[Address, int]]:
    pages = [name for name in site.files if is_page(name)]
    step = max(1, len(pages) // _MOST_PAGES_ASKED)
    for name in pages[::step]:
        data, _ = load(site.root, name)
        for use, target, _ in read_html(data[:_HEAD]).links[SITE]:
            if use == "canonical":
                yield from _votes(site, target, name)


def _votes(site: Site, target: str, page: str | None) -> Iterable[tuple[Address, int]]:
    """Yield the address under which `target` is in the site, weighed by how much that says.

    That it ends like a page is telling; that it could be the home page says little, as
    every target could. For a canonical link the page must be the one that holds it.
    """
    try:
        parts = urlsplit(decode_html(target))
    except ValueError:
        return
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return
    segments = parts.path.removeprefix("/").split("/")
    for taken in range(len(segments)):
        file = site.pages.get(unquote_path("/".join(segments[taken:])))
        if file and page in (file, None):
            prefix = "".join(f"{segment}/" for segment in segments[:taken])
            origin = f"{parts.scheme}://{_host(parts.scheme, parts.netloc)}"
            yield Address(origin, f"/{prefix}"), 3 if segments[taken:] != [""] else 1
            return

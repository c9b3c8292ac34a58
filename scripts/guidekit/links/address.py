"""The address a site will have, and how addresses on the web map to files in it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from guidekit.links.record import SITE, FileRecord
from guidekit.links.site import Site
from guidekit.links.text import decode_html

# Where a site without a known address is taken to be; RFC 2606 keeps the name from being real.
_NOWHERE = "http://site.invalid"
_MOST_ASKED = 100
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_PARTS = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#]*)([^?#]*)")
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
        match = _PARTS.match(url)
        if match is None or _host(match[1], match[2]) != self.origin.partition("://")[2]:
            return None
        path = match[3] or "/"
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


def find_address(site: Site, records: Mapping[str, FileRecord]) -> Address:
    """Return the address that most of the sitemap and of the canonical links agree on."""
    votes: Counter[Address] = Counter()
    for target, page in [*_sitemap_targets(records), *_canonical_targets(records)]:
        for address, weight in _votes(site, target, page):
            votes[address] += weight
    if not votes:
        return Address()
    return max(votes, key=lambda address: (votes[address], -len(address.prefix), address.origin))


def _sitemap_targets(records: Mapping[str, FileRecord]) -> list[tuple[str, str | None]]:
    links = records["sitemap.xml"].links[SITE] if "sitemap.xml" in records else ()
    targets = sorted(target for use, target, _ in links if use == "sitemap")
    return [(target, None) for target in targets[:_MOST_ASKED]]


def _canonical_targets(records: Mapping[str, FileRecord]) -> list[tuple[str, str | None]]:
    pages = [name for name, record in records.items() if record.is_page]
    return [
        (target, name)
        for name in pages[:: len(pages) // _MOST_ASKED + 1]
        for use, target, _ in records[name].links[SITE]
        if use == "canonical"
    ]


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

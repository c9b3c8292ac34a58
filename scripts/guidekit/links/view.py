"""A whole site as the judging sees it: its files, its address, what each file holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from guidekit.links.address import Address
from guidekit.links.base import Base, base_of
from guidekit.links.kinds import SVG, kind_of
from guidekit.links.record import FileRecord
from guidekit.links.site import Site

_DOT = re.compile("%2e", re.IGNORECASE)
_AUTHORITY = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//")


class Place(NamedTuple):
    """Where a target leads: a path in the site, None when it leaves the site."""

    url: str
    path: str | None
    fragment: str
    doubled_slash: bool = False


@dataclass
class View:
    """What is known of a site once all its files have been read."""

    site: Site
    address: Address
    records: Mapping[str, FileRecord]

    def base(self, name: str) -> Base:
        """Return what the relative targets of the file `name` are relative to."""
        record = self.records.get(name)
        return base_of(self.site, self.address, name, record.base if record else None)

    def place(self, value: str, base: Base) -> Place:
        """Return where a web target leads from `base`, as browsers work it out (RFC 3986)."""
        value, _, fragment = value.partition("#")
        path, question, query = value.replace("\\", "/").partition("?")
        try:
            url = urljoin(base.url, _DOT.sub(".", path) + question + query) if value else base.url
            found = self.address.path(url)
        except ValueError:
            return Place(value, None, fragment)
        # urljoin drops doubled slashes from some targets; here it is all or none.
        single = found and re.sub("//+", "/", found).lstrip("/")
        return Place(url, single, fragment, "//" in _AUTHORITY.sub("", path))

    def climbs(self, value: str, base: Base) -> bool:
        """Whether a relative target goes above the root of the site."""
        level = len(base.folders) - 1
        for part in re.split("[?#]", value, maxsplit=1)[0].split("/"):
            level += {"..": -1, ".": 0, "": 0}.get(part, 1)
            if level < 0:
                return True
        return False

    def stray(self, url: str) -> str | None:
        """Return the page that `url` would lead to if it did not leave out the site's prefix."""
        parts = urlsplit(url)
        bare = Address(self.address.origin).path(f"{parts.scheme}://{parts.netloc}{parts.path}")
        if self.address.prefix == "/" or not bare:
            return None
        return bare if bare in self.site.pages else None

    def anchors(self, name: str, *, svg: bool = False) -> frozenset[str] | None:
        """Return what `#...` can lead to in the file `name`; None when that cannot be known."""
        record = self.records.get(name)
        if record is None or not (record.is_page or (svg and kind_of(name) == SVG)):
            return None
        return record.ids

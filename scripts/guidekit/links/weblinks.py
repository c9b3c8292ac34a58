"""The links of a site that lead out of it, for whoever asks the web about them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from guidekit.links.base import Base
from guidekit.links.record import SITE, Finding, Link
from guidekit.links.syntax import form_finding, scheme_of
from guidekit.links.text import show
from guidekit.links.uses import USES
from guidekit.links.view import View

_WEB = ("http", "https")
_SCHEMES = (*_WEB, "")
_NOT_ASKED = {"form"}  # to ask would be to send the form


class WebLink(NamedTuple):
    """A link, the whole address it leads to, and whether that is a page to land on."""

    link: Link
    url: str
    shown: str  # the target as the page writes it
    is_page: bool


# Says what is wrong with web links; those with nothing wrong may be left out.
Web = Callable[[Collection[WebLink]], Mapping[WebLink, tuple[Finding, ...]]]


class WebLinks:
    """Finds the web links of one site."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[Link, WebLink | None] = {}

    def of(self, name: str) -> Iterator[WebLink]:
        """Yield the web links of the file `name`."""
        base = self._view.base(name)
        for scope, links in enumerate(self._view.records[name].links):
            if scope == SITE:
                found = [self._remembered(link, base) for link in links]
            else:
                # Only where `<base>` leads out of the site.
                found = [] if base.folders else [self._web_link(link, base) for link in links]
            yield from filter(None, found)

    def _remembered(self, link: Link, base: Base) -> WebLink | None:
        if link not in self._known:
            self._known[link] = self._web_link(link, base)
        return self._known[link]

    def _web_link(self, link: Link, base: Base) -> WebLink | None:
        use = USES[link[0]]
        value, shown = use.decode(link[1]), show(link[1])
        if link[0] in _NOT_ASKED or scheme_of(value) not in _SCHEMES or form_finding(shown, value):
            return None
        place = self._view.place(value, base)
        if place.path is not None or scheme_of(place.url) not in _WEB:
            return None
        url = f"{place.url}#{place.fragment}" if place.fragment else place.url
        return WebLink(link, url, shown, use.anchors)

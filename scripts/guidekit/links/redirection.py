"""Follows the redirects of a site: `_redirects`, and pages that only send the reader on."""

from typing import NamedTuple

from guidekit.links.base import base_of
from guidekit.links.extract import read_text
from guidekit.links.redirects import Redirect, RedirectTable, read_redirects
from guidekit.links.text import decode_html
from guidekit.links.view import Place, View

_FILE = "_redirects"
_MOST_STEPS = 20  # after which browsers give up


class Journey(NamedTuple):
    """Where redirects lead in the end."""

    end: Place
    loops: bool
    lands: bool  # whether something is there


class Redirection:
    """Follows redirects, knowing all of a site's."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._table = RedirectTable(_redirects(view))
        self._root = base_of(view.site, view.address, "")
        self.pages = {name for name in view.records if self._refresh(name)}

    def rewrites(self, path: str) -> bool:
        """Whether the host answers for a path without a redirect, though no file is there."""
        found = self._table.find(self._view.address.prefix + path)
        return found is not None and found[1] == 200

    def follow(self, path: str) -> Journey | None:
        """Return where a path redirects to in the end, None when it does not redirect."""
        place, seen = self._step(path), {path}
        if place is None:
            return None
        while place.path is not None and place.path not in seen and len(seen) <= _MOST_STEPS:
            seen.add(place.path)
            further = self._step(place.path)
            if further is None:
                return Journey(place, False, self._answers(place.path))
            place = further
        return Journey(place, place.path is not None, place.path is None)

    def _answers(self, path: str) -> bool:
        ways = (path, f"{path}/", f"{path}.html")
        return any(way in self._view.site.pages for way in ways) or self.rewrites(path)

    def _step(self, path: str) -> Place | None:
        name = self._view.site.pages.get(path)
        if name:
            return self._refresh(name)
        found = self._table.find(self._view.address.prefix + path)
        if found is None or not 300 <= found[1] < 400:
            return None
        return self._view.place(found[0], self._root)

    def _refresh(self, name: str) -> Place | None:
        """Return where the page `name` sends its readers, None when they stay."""
        record = self._view.records.get(name)
        if record is None or record.refresh is None:
            return None
        place = self._view.place(decode_html(record.refresh), self._view.base(name))
        return None if self._view.site.pages.get(place.path or "") == name else place


def _redirects(view: View) -> list[Redirect]:
    if _FILE not in view.site.pages:
        return []
    data = read_text(view.site.root, _FILE)
    return [item for item in read_redirects(data) if isinstance(item, Redirect)]

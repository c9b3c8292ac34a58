"""Judges targets: where each leads, and whether that is there."""

import re
from dataclasses import dataclass, field
from itertools import filterfalse

from guidekit.links.anchors import MissingAnchors, is_anchor
from guidekit.links.base import Base
from guidekit.links.missing import Missing
from guidekit.links.record import MOST_FAULTS, Finding, Link
from guidekit.links.redirection import Redirection
from guidekit.links.suggest import Suggestions
from guidekit.links.syntax import form_finding, manner_findings, scheme_of
from guidekit.links.target import Target
from guidekit.links.text import show
from guidekit.links.uses import USES
from guidekit.links.view import Place, View

EMPTY, NOT_ABSOLUTE, DOUBLED_SLASH = "LINK301", "LINK302", "LINK407"

# The usual relative path: `../emails/thank-you/`. Everything else takes the long way.
_PLAIN = re.compile(r"(?:\./)?((?:\.\./)*)(\.\.|\.?|(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)")
_LONGEST_PLAIN = 1_000


@dataclass(slots=True)
class _Memory:
    """What was found for the pages that share what some of their targets are relative to."""

    # For paths that lead straight to a file, what `#...` can lead to in it.
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    good: set[Link] = field(default_factory=set)


class Judge:
    """Knows a whole site, and remembers what is good: pages have most of their links in common."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._redirection = Redirection(view)
        self._own = view.address.url("")
        suggestions = Suggestions(view.site)
        self._missing = Missing(self._view, self._redirection, suggestions)
        self._missing_anchors = MissingAnchors(suggestions)
        self._memories: dict[str, _Memory] = {}

    def findings(self, name: str) -> dict[Link, tuple[Finding, ...]]:
        """Return what is wrong with the links of the file `name`."""
        base = self._view.base(name)
        found: dict[Link, tuple[Finding, ...]] = {}
        for key, links in zip(base.keys(), self._view.records[name].links, strict=True):
            memory = self._memories.setdefault(key, _Memory())
            known = memory.anchors
            # In order when not all may come to be judged, so that it is always the same ones.
            ordered = sorted(links) if len(links) > MOST_FAULTS else links
            for link in filterfalse(memory.good.__contains__, ordered):
                if len(found) >= MOST_FAULTS:
                    break
                # Most are links to one more anchor of a page that is known by now.
                path, _, fragment = link[1].partition("#")
                if fragment and path in known and fragment in known[path]:
                    continue
                findings = self._judge(link, base, memory)
                if findings:
                    found[link] = findings
                else:
                    memory.good.add(link)
        return found

    def _judge(self, link: Link, base: Base, memory: _Memory) -> tuple[Finding, ...]:
        name, written, _ = link
        path, _, fragment = written.partition("#")
        file = self._plain_file(path, base)
        if file:
            anchors = memory.anchors[path] = self._view.anchors(file) or frozenset()
            if fragment in anchors or (written and not fragment):
                return ()
        use = USES[name]
        return self._slowly(Target(show(written), use.decode(written), use, base))

    def _plain_file(self, path: str, base: Base) -> str | None:
        """Return the file that a path of the usual form leads to, None when in any doubt."""
        is_own = path.startswith(self._own)
        match = _PLAIN.fullmatch(path, len(self._own) if is_own else 0)
        if match is None or len(path) > _LONGEST_PLAIN:
            return None
        steps, rest = match.groups()
        up = len(steps) // 3 + (rest == "..")
        folders = ("",) if is_own else base.folders
        if up >= len(folders):
            return None
        rest = "" if rest in ("..", ".") else rest
        file = self._view.site.pages.get(folders[up] + rest) if path else base.page
        return None if file in self._redirection.pages else file

    def _slowly(self, target: Target) -> tuple[Finding, ...]:
        if not target.value:
            return _as_tuple(_empty_finding(target))
        finding = form_finding(target.shown, target.value) or _absolute_finding(target)
        if finding or scheme_of(target.value) not in ("http", "https", ""):
            return _as_tuple(finding)
        manner = manner_findings(target, own_is_https=self._view.address.is_https)
        return (*manner, *_as_tuple(self._place_finding(target)))

    def _place_finding(self, target: Target) -> Finding | None:
        place = self._view.place(target.value, target.base)
        if place.path is None:
            return self._missing.stray(target, place.url)
        file = self._view.site.pages.get(place.path)
        if file is None:
            return self._missing_finding(target, place.path)
        if file in self._redirection.pages and file != target.base.page:
            return self._missing.redirected(target, place.path)
        return self._anchor_finding(target, file, place.fragment) or _slash_finding(target, place)

    def _missing_finding(self, target: Target, path: str) -> Finding | None:
        if not self._view.address.is_known and self._view.climbs(target.value, target.base):
            # Perhaps another site of the same host: only what is surely meant here is a fault.
            return self._missing.wrong_depth(target, path)
        return self._missing.explain(target, path)

    def _anchor_finding(self, target: Target, file: str, fragment: str) -> Finding | None:
        if not target.use.anchors:
            return None
        anchors = self._view.anchors(file, svg=target.use is USES["symbol"])
        if anchors is None or is_anchor(fragment, anchors):
            return None
        return self._missing_anchors.explain(target, file, fragment, anchors)


def _empty_finding(target: Target) -> Finding | None:
    if not target.use.never_empty:
        return None
    help = "write what it should lead to"
    if target.use is USES["page"]:
        help += "; for something that acts on this page use a button"
    return Finding(EMPTY, f"the address of the {target.use.noun} is empty", help, True)


def _slash_finding(target: Target, place: Place) -> Finding | None:
    if not place.doubled_slash:
        return None
    message = f"`{target.shown}` has a doubled slash, which many hosts do not forgive"
    return Finding(DOUBLED_SLASH, message, "write one slash")


def _as_tuple(finding: Finding | None) -> tuple[Finding, ...]:
    return (finding,) if finding else ()


def _absolute_finding(target: Target) -> Finding | None:
    if not target.use.absolute or scheme_of(target.value) in ("http", "https"):
        return None
    message = f"`{target.shown}` is not a URL: a sitemap holds whole addresses only"
    return Finding(NOT_ABSOLUTE, message, "write it as https://host/path")

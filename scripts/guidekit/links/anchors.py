"""Whether the part of a target after `#` leads to a place on its page."""

import re
from urllib.parse import unquote

from guidekit.links.record import Finding
from guidekit.links.site import fold
from guidekit.links.suggest import Suggestions
from guidekit.links.target import Target
from guidekit.links.text import show

MISSING_ANCHOR = "LINK202"

_DIRECTIVE = ":~:"  # begins a text fragment, which is no anchor
_RANGE = re.compile(r"(.*\d)([:-])(\D{0,9}\d{1,9})", re.DOTALL)
_ROUTES = ("/", "!")  # `#/guides` and `#!guides` are addresses that scripts read


def is_anchor(fragment: str, anchors: frozenset[str]) -> bool:
    """Whether browsers find a place for `fragment`, by the steps of the HTML standard."""
    name = fragment.partition(_DIRECTIVE)[0]
    if not name or name in anchors or name.startswith(_ROUTES):
        return True
    decoded = unquote(name)
    return decoded in anchors or decoded.lower() == "top" or _is_range(decoded, anchors)


def _is_range(name: str, anchors: frozenset[str]) -> bool:
    """Whether a script marks lines: `#L10-L20`, `#12-30`, `#__span-0-1:4`."""
    match = _RANGE.fullmatch(name)
    if match is None or match[1] not in anchors:
        return False
    return match[3] in anchors or (match[2] == ":" and match[3].isdecimal())


class MissingAnchors:
    """Explains fragments that lead nowhere."""

    def __init__(self, suggestions: Suggestions) -> None:
        self._suggestions = suggestions
        self._folded: tuple[str, dict[str, str]] = ("", {})  # of the last file asked about
        self._known: dict[tuple[str, str], tuple[str | None, bool]] = {}

    def explain(self, target: Target, file: str, fragment: str, anchors: frozenset[str]) -> Finding:
        """Return the finding for a fragment that is not among the `anchors` of `file`."""
        where = "this page" if file == target.base.page else f"`{show(file)}`"
        message = f"`{target.shown}` names no anchor of {where}"
        name = unquote(fragment.partition(_DIRECTIVE)[0])
        if (file, name) not in self._known:
            self._known[file, name] = self._near(name, file, anchors)
        near, only_case = self._known[file, name]
        if near is None:
            help = "link to an id that is there, or give the place this one"
        else:
            help = f"did you mean `{target.shown.partition('#')[0]}#{show(near)}`?"
        if only_case:
            help += " Anchors match letter by letter"
        return Finding(MISSING_ANCHOR, message, help)

    def _near(self, name: str, file: str, anchors: frozenset[str]) -> tuple[str | None, bool]:
        """Return the anchor most like `name`, and whether only the case of letters differs."""
        folded = self._fold(file, anchors)
        if fold(name) in folded:
            return folded[fold(name)], True
        return self._suggestions.word(name, folded.values()), False

    def _fold(self, file: str, anchors: frozenset[str]) -> dict[str, str]:
        if self._folded[0] != file:
            self._folded = (file, {fold(anchor): anchor for anchor in sorted(anchors)})
        return self._folded[1]

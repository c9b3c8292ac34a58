"""Finds what a writer probably meant, and writes it the way they wrote the target."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from guidekit.diagnostics import closest
from guidekit.links.address import Address, quote_path
from guidekit.links.site import Site, fold, last_part

# Comparing words costs, so there is a limit for one word and, in candidates, for the site.
_MOST_CANDIDATES = 150
_MOST_COMPARED = 60_000

# What a path ends with, and what stands in its place instead.
_ENDINGS = [
    (re.compile(r"(?:^|/)index\.(?:md|x?html?)$"), ("/", ".html")),
    (re.compile(r"\.(?:md|x?html?)$"), ("/", ".html", "")),
    (re.compile(r"/$"), (".html",)),
    (re.compile(r"$"), ("/", ".html")),
]


class Suggestions:
    """Suggestions from one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._left = _MOST_COMPARED
        self._known: dict[str, str | None] = {}

    def path(self, path: str) -> str | None:
        """Return the address in the site most like `path`, None when none is like it."""
        if path not in self._known:
            self._known[path] = (
                self._with_other_ending(path)
                or self._with_same_name(path)
                or self._spelt_right(path)
                or None
            )
        return self._known[path]

    def word(self, word: str, candidates: Iterable[str]) -> str | None:
        """Return the candidate most like `word`, as long as comparing is not too much work."""
        if self._left < 0 or len(word) > 100:
            return None
        candidates = list(candidates)
        self._left -= len(candidates) // 10
        near = [other for other in candidates if abs(len(other) - len(word)) <= len(word) // 2 + 1]
        if len(near) > _MOST_CANDIDATES:
            near = [other for other in near if other[:1] == word[:1]][:_MOST_CANDIDATES]
        self._left -= len(near)
        return closest(word, near)

    def _with_other_ending(self, path: str) -> str | None:
        pattern, endings = next(item for item in _ENDINGS if item[0].search(path))
        stem = pattern.sub("", path)
        tries = (self._site.folded.get(fold(stem + ending).lstrip("/")) for ending in endings)
        return next((found for found in tries if found is not None), None)

    def _with_same_name(self, path: str) -> str | None:
        name = last_part(path)
        same = self._site.by_name.get(name, []) if not name.startswith("index.") else []
        return same[0] if len(same) == 1 else None

    def _spelt_right(self, path: str) -> str | None:
        """Walk down the site along `path`, and at each wrong part take the one most like it."""
        here = ""
        for part in _parts(path):
            children = self._site.children.get(here, [])
            right = part if part in children else self._like(part, children)
            if right is None:
                return None
            here += right
        return here if here in self._site.pages else None

    def _like(self, part: str, children: list[str]) -> str | None:
        """Return the child most like `part`, comparing the names of files without endings."""
        stem, dot, ending = part.rpartition(".")
        if not stem:
            return self.word(part, children)
        same_ending = [child for child in children if child.endswith(dot + ending)]
        near = self.word(stem, [child.removesuffix(dot + ending) for child in same_ending])
        if near is not None:
            return near + dot + ending
        return next((child for child in children if child.rpartition(".")[0] == stem), None)


def _parts(path: str) -> Iterator[str]:
    while path:
        part, slash, path = path.partition("/")
        yield part + slash


def written_like(value: str, path: str, folder: str, address: Address) -> str:
    """Write `path` in the manner of the target `value`, with the same query and fragment."""
    ending = re.search(r"[?#].*", value, re.DOTALL)
    tail = ending[0] if ending else ""
    quoted = quote_path(path)
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", value):
        return address.url(path) + tail
    if value.startswith("/"):
        return address.prefix + quoted + tail
    return relative(quoted, quote_path(folder)) + tail


def relative(path: str, folder: str) -> str:
    """Return the way from `folder` to `path`, both seen from the root of the site."""
    if path == folder and path:
        return f"../{last_part(path)}"
    way = posixpath.relpath(f"/{path}", f"/{folder}")
    if path.endswith("/") or not path:
        way += "/"
    return way

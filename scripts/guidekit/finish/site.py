"""The files of a built site. Paths are relative to its folder, with forward slashes."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')


def canonical_address(html: str) -> str:
    """Return the address that a page says is its own, or nothing."""
    found = _CANONICAL.search(html)
    return found[1] if found else ""


@dataclass(frozen=True)
class BuiltSite:
    """A folder of static files."""

    folder: Path

    def files(self) -> list[str]:
        """Return the path of every file, sorted, so that nothing depends on the disk's order."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def pages(self) -> list[str]:
        """Return the path of every HTML file."""
        return [path for path in self.files() if path.endswith(".html")]

    def read(self, path: str) -> str:
        """Return the text of a file, with the line ends that it has."""
        return (self.folder / path).read_bytes().decode("utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a text file, byte for byte the same on every system."""
        (self.folder / path).write_bytes(text.encode("utf-8"))

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        """Change the text of a file; a file that stays the same is not written."""
        before = self.read(path)
        after = change(before)
        if after != before:
            self.write(path, after)

    @cached_property
    def address(self) -> str:
        """Return the address that the site is built for, with a slash at the end, or nothing."""
        return canonical_address(self.read("index.html"))

    @property
    def root(self) -> str:
        """Return the path at which the site begins on its host: `/`, or `/project/`."""
        return urlsplit(self.address).path or "/"

    def way_to_root(self, page: str) -> str:
        """Return what a page writes before a path of the site; `404.html` is shown at any depth."""
        return self.root if page == "404.html" else "../" * page.count("/")

    def resolve(self, page: str, reference: str) -> str | None:
        """Return the path of what a page or style refers to; None for what lies outside."""
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        if path.startswith("/"):
            return path.removeprefix(self.root) if path.startswith(self.root) else None
        found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        return None if found.startswith("..") else found

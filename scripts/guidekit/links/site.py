"""The index of a site's files: what stands at which address, and what stands near it."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from guidekit.links.record import Fault

LINK_OUT, UNREADABLE = "LINK902", "LINK903"
INDEX_NAMES = ("index.html", "index.htm", "index.xhtml")
_NOT_PUBLISHED = {".git"}


@dataclass
class Site:
    """The files of a site. Paths are relative to its root, with `/` between their parts."""

    root: str
    files: list[str] = field(default_factory=list)  # each file once, not through symlinks
    folders: set[str] = field(default_factory=lambda: {""})  # each with a `/` at its end
    # What stands at an address: files, and at `guide/` the file `guide/index.html`.
    pages: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, Fault]] = field(default_factory=list)

    @cached_property
    def folded(self) -> dict[str, str]:
        """Addresses by their form without case and with accents composed."""
        return {fold(path): path for path in self.pages}

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """Addresses by their last part: `thank-you/`, `logo.png`."""
        names: dict[str, list[str]] = {}
        for path in self.pages:
            names.setdefault(last_part(path), []).append(path)
        return names

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """For each folder the last parts of what is in it."""
        found: dict[str, list[str]] = {}
        for path in [*self.folders, *self.pages]:
            part = last_part(path)
            found.setdefault(path[: len(path) - len(part)], []).append(part)
        return found


def fold(path: str) -> str:
    """Return a path as a file system that ignores case would compare it."""
    return unicodedata.normalize("NFC", path).casefold()


def last_part(path: str) -> str:
    """Return the last part of an address, with its `/` when it is a folder."""
    return path[path.rfind("/", 0, -1) + 1 :] if path else ""


def index_site(directory: Path) -> Site:
    """Return the index of all files under `directory`."""
    site = Site(os.path.realpath(directory))
    found = dict(sorted(_walk(site)))
    site.files = [address for address, file in found.items() if address == file]
    for index in INDEX_NAMES:
        folders = (address for address in found if last_part(address) == index)
        for address in folders:
            site.pages.setdefault(address.removesuffix(index), found[address])
    site.pages |= found
    return site


def _walk(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the address of every file, and the file that answers at it, without recursion."""
    waiting = [("", "", False)]
    while waiting:
        address, folder, through_link = waiting.pop()
        site.folders.add(address)
        for entry in _entries(site, address, folder):
            name = entry.name
            if entry.is_symlink():
                file = _linked(site, address + name, entry.path)
            else:
                file = folder + name
            if file is None or name in _NOT_PUBLISHED:
                continue
            if entry.is_file():
                yield address + name, file
            elif entry.is_dir() and not (through_link and entry.is_symlink()):
                waiting.append((f"{address}{name}/", f"{file}/", entry.is_symlink()))


def _entries(site: Site, address: str, folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(f"{site.root}/{folder}") as entries:
            return list(entries)
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}"
        fault = Fault(UNREADABLE, message, "give the checker the right to read it")
        site.faults.append((address, fault))
        return []


def _linked(site: Site, address: str, path: str) -> str | None:
    """Return the file or folder of the site that a symbolic link leads to, None for no such."""
    real = os.path.realpath(path)
    if not f"{real}{os.sep}".startswith(site.root + os.sep):
        message = "a symbolic link leads out of the site and was not followed"
    elif not os.path.exists(real):  # noqa: PTH110  (Path.exists can raise)
        message = "a symbolic link leads to nothing"
    elif f"{os.path.realpath(Path(path).parent)}{os.sep}".startswith(real + os.sep):
        message = "a symbolic link leads to a folder that holds it"
    else:
        return real.removeprefix(site.root + os.sep).replace(os.sep, "/")
    help = "put a copy of the file there, or remove the link"
    site.faults.append((address, Fault(LINK_OUT, message, help)))
    return None

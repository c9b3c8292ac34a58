"""What was found in a site, kept for the next run: it holds as long as the bytes are the same.

Kept are the record of each content, and all faults of the whole site. Neither times nor
sizes of files count, only what is in them, which is read anew each time.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from guidekit.links.reading import digests
from guidekit.links.record import Fault, FileRecord, from_plain, to_plain
from guidekit.links.site import Site
from guidekit.store import Store, code_version

_BELOW = (
    "addresses.py",
    "crew.py",
    "diagnostics.py",
)  # what links is made with, besides its own modules

# A file of the site, and what is wrong in it.
Found = list[tuple[str, Fault]]


class Cache:
    """What is kept of one site; without a folder nothing is."""

    def __init__(
        self,
        folder: Path | None,
        site: Site,
        names: Sequence[str],
        asked: str,
        *,
        fresh: bool = False,
    ) -> None:
        """`names` are the files to read, `asked` is what else findings depend on."""
        self.names = names
        self._site, self._asked = site, asked
        self._file = f"links-{_digest(site.root)[:8].hex()}"
        self._store = Store(folder, _version()) if folder else None
        self._last: Mapping[str, Any] = {} if fresh else self._load("found")

    @cached_property
    def digests(self) -> dict[str, bytes]:
        """The digests of all files, empty when nothing is kept that they could be compared with."""
        return digests(self._site.root, self.names) if self._last else {}

    def found(self) -> Found | None:
        """Return the faults of the site as it is, None when they are not known."""
        if not self._last or self._last["key"] != self._key(self.digests):
            return None
        return [(name, Fault(*fault)) for name, fault in self._last["found"]]

    def record(self, name: str) -> FileRecord | None:
        """Return the record of a file, None when it is not known."""
        kept = self._records.get(self.digests.get(name, b""))
        return from_plain(kept) if kept else None

    def keep(
        self, digests: Mapping[str, bytes], records: Mapping[str, FileRecord], found: Found
    ) -> None:
        """Keep what is known now in place of what was."""
        if self._store is None:
            return
        known = {digest: to_plain(records[name]) for name, digest in digests.items()}
        if known.keys() != self._records.keys():
            self._store.save(f"{self._file}.records", known)
        faults = [(name, tuple(fault)) for name, fault in found]
        self._store.save(f"{self._file}.found", {"key": self._key(digests), "found": faults})

    @cached_property
    def _records(self) -> Mapping[bytes, Any]:
        return self._load("records") if self._last else {}

    def _load(self, what: str) -> Mapping[Any, Any]:
        return (self._store and self._store.load(f"{self._file}.{what}")) or {}

    def _key(self, digests: Mapping[str, bytes]) -> bytes:
        """Return what identifies all that findings depend on, besides the code."""
        site = self._site
        return _digest(
            (self._asked, list(site.pages.items()), sorted(site.folders), sorted(digests.items()))
        )


def _version() -> bytes:
    folder = Path(__file__).parent
    return code_version([*sorted(folder.glob("*.py")), *map(folder.parent.joinpath, _BELOW)])


def _digest(value: object) -> bytes:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogateescape")).digest()

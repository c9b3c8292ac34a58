"""Keeps results between two runs. What it gives back is whole and of this version, or nothing.

The values are plain ones that `marshal` writes: numbers, strings, bytes, tuples, lists,
sets, dictionaries. A file begins with a checksum over the version and the value, so one that
was cut off, changed or written by another version of the code counts as not there. Two
processes may use one folder: files are replaced in one step.
"""

import contextlib
import hashlib
import marshal
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_CHECKSUM = hashlib.sha256
_CHECKSUM_SIZE = 32


def code_version(sources: Iterable[Path]) -> bytes:
    """Return what identifies this Python and the code in these files and folders."""
    checksum = _CHECKSUM(f"{sys.implementation.cache_tag} {sys.version}".encode())
    for source in sources:
        for file in sorted(source.rglob("*.py")) if source.is_dir() else [source]:
            checksum.update(file.name.encode() + b"\0" + file.read_bytes())
    return checksum.digest()


class Store:
    """Values by name in one folder, for one version of the code that makes them."""

    def __init__(self, folder: Path, version: bytes) -> None:
        self._folder, self._version = folder, version

    def load(self, name: str) -> Any:
        """Return the value saved under `name`; None when there is none that can be trusted."""
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        payload = memoryview(data)[_CHECKSUM_SIZE:]
        if data[:_CHECKSUM_SIZE] != self._checksum(payload):
            return None
        return marshal.loads(payload)  # noqa: S302  (the checksum holds: we wrote it)

    def save(self, name: str, value: Any) -> None:
        """Keep a value for the next run; where that is not possible, do without."""
        payload = marshal.dumps(value)
        part = self._folder / f"{name}.{os.getpid()}.part"
        with contextlib.suppress(OSError):
            self._make_folder()
            part.write_bytes(self._checksum(payload) + payload)
            part.replace(self._folder / name)

    def _checksum(self, payload: bytes | memoryview) -> bytes:
        checksum = _CHECKSUM(self._version)
        checksum.update(payload)
        return checksum.digest()

    def _make_folder(self) -> None:
        if not self._folder.exists():
            self._folder.mkdir(parents=True)
            # Made anew at any time: nothing to commit.
            (self._folder / ".gitignore").write_text("*\n")

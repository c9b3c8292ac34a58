"""What lies in `docs/` now, byte for byte: by this a result is known again."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

_DIGEST = 16  # bytes: enough that no two texts meet by chance


@dataclass(frozen=True)
class Listing:
    """Every entry of a folder: its path in the folder, and a digest of what it is and holds."""

    digests: dict[str, str] = field(default_factory=dict)

    def key(self, *also: str) -> str:
        """Return one digest of all of it and of the texts in `also`."""
        parts = [*also, *(f"{path}\0{digest}" for path, digest in sorted(self.digests.items()))]
        return _digest("\0".join(parts).encode("utf-8", "surrogateescape"))


def list_folder(folder: Path) -> Listing:
    """Read everything below a folder; a symbolic link is taken as itself and not followed."""
    digests: dict[str, str] = {}
    start = len(os.fspath(folder)) + 1
    pending = [os.fspath(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                    digests[entry.path[start:]] = "folder"
                else:
                    digests[entry.path[start:]] = _describe(entry)
    return Listing(digests)


def _describe(entry: "os.DirEntry[str]") -> str:
    if entry.is_symlink():
        return f"link to {Path(entry.path).readlink()}"
    if not entry.is_file(follow_symlinks=False):
        return f"special {stat.S_IFMT(entry.stat().st_mode)}"
    try:
        with open(entry.path, "rb") as stream:  # noqa: PTH123  (a Path for each file costs time)
            return _digest(stream.read())
    except OSError as error:
        return f"unreadable {error.errno}"


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=_DIGEST).hexdigest()

"""Reads the bytes of a site's files, and tells one content from another."""

import hashlib
import os
from collections.abc import Sequence
from io import FileIO
from threading import Thread

from guidekit.links.kinds import kind_of

# Above this a file is not read: nobody waits for such a page, and two seconds would not do.
LARGEST = 20_000_000

_PIECE = 1 << 20
_THREADS = 2  # reading and hashing leave the interpreter to the others


class UnreadableError(Exception):
    """A file that is not read; the message says why, and `help` what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def open_file(root: str, name: str) -> FileIO:
    """Open the file `name` of the site at `root`; UnreadableError when it is not to be read."""
    try:
        file = FileIO(f"{root}/{name}")
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        raise UnreadableError(message, "give the checker the right to read it") from None
    if os.fstat(file.fileno()).st_size > LARGEST:
        file.close()
        message = f"the file is larger than {LARGEST // 1_000_000} MB and was not checked"
        raise UnreadableError(message, "split the page")
    return file


def digest(name: str, data: bytes) -> bytes:
    """Return what identifies the content of a file, read as what its name says it is."""
    checksum = _begin(name)
    checksum.update(data)
    return checksum.digest()


def digests(root: str, names: Sequence[str]) -> dict[str, bytes]:
    """Return the digest of each file; one that cannot be read has the digest of the reason."""
    found: dict[str, bytes] = {}
    threads = [
        Thread(target=_digest_each, args=(root, names[first::_THREADS], found))
        for first in range(_THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _digest_each(root: str, names: Sequence[str], found: dict[str, bytes]) -> None:
    piece = memoryview(bytearray(_PIECE))
    for name in names:
        found[name] = _digest_file(root, name, piece)


def _digest_file(root: str, name: str, piece: memoryview) -> bytes:
    """Return a file's digest. The memory is used again, which is half of the time."""
    checksum = _begin(name)
    try:
        with open_file(root, name) as file:
            while size := file.readinto(piece):
                checksum.update(piece[:size])
    except UnreadableError as error:
        return digest(name, str(error).encode())
    return checksum.digest()


def _begin(name: str) -> "hashlib._Hash":
    return hashlib.sha256(f"{kind_of(name)}\n".encode())

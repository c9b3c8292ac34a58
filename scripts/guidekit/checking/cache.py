"""What earlier runs found, kept in `.cache/guidekit/` beside `docs/`.

Nothing depends on it: a run without it finds the same. Results are known by the bytes of the
files and by the program that read them.
"""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guidekit.diagnostics import Diagnostic, from_plain, to_plain
from guidekit.store import Store

_NAME = "check"
_KEPT_RUNS = 4  # the last results, so that going back and forth between two states is quick


@dataclass
class Cache:
    """Results by key: whole runs, and what the linters found in one text.

    `lints` maps the digest of a text to the linters' findings in it.
    """

    store: Store
    runs: dict[str, list[Diagnostic]] = field(default_factory=dict)
    lints: dict[str, list[Any]] = field(default_factory=dict)

    def save(self, wanted: Iterable[str]) -> None:
        """Keep the last runs, and the lints of the `wanted` digests; silently, if that fails."""
        kept = dict.fromkeys(wanted)
        runs = {
            key: [to_plain(problem) for problem in problems]
            for key, problems in list(self.runs.items())[-_KEPT_RUNS:]
        }
        lints = {digest: each for digest, each in self.lints.items() if digest in kept}
        self.store.save(_NAME, (runs, lints))


def load_cache(folder: Path) -> Cache:
    """Read the cache in a folder; an empty one when there is none to use."""
    store = Store(folder, _program_stamp())
    runs, lints = store.load(_NAME) or ({}, {})
    found = {key: [from_plain(each) for each in problems] for key, problems in runs.items()}
    return Cache(store, found, lints)


def _program_stamp() -> bytes:
    """Return what names this very program: its files, its Python and what is installed.

    The times of its files are part of it, so nobody who only sends text can make up a result.
    """
    package = Path(__file__).parents[1]
    parts = [sys.version, str(_changed(Path(sysconfig.get_path("purelib"))))]
    for folder, subfolders, names in os.walk(package):
        subfolders[:] = sorted(name for name in subfolders if name != "__pycache__")
        parts += [f"{folder}/{name} {_changed(Path(folder, name))}" for name in sorted(names)]
    for name in ("typos", "rumdl"):
        parts.append(f"{name} {_changed(Path(sys.executable).with_name(name))}")
    return hashlib.sha256("\n".join(parts).encode()).digest()


def _changed(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)

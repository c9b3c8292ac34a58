"""The site as it is on disk now, read once for each state of its files."""

import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from guidekit.content.reading import NOT_UTF8, SYMLINK, UNREADABLE
from guidekit.content.site import Site, load_site
from guidekit.reporting.text import format_text

# Looking at every file for every page would cost the square of the pages.
_LOOK_AGAIN_AFTER = 0.5  # seconds


@dataclass
class Snapshot:
    """A site as it was when it was read.

    `is_first` says that this process had read no earlier state: it may be a build, while a later
    one is always served. `is_reported` says that somebody sees to what is wrong with it.
    """

    site: Site
    stamp: tuple[tuple[str, int, int], ...]
    is_first: bool
    looked_at: float = field(default_factory=time.monotonic)
    is_reported: bool = False

    def stop_if_unreadable(self) -> None:
        """End the program for a file that the engine itself would crash on."""
        fatal = {UNREADABLE.code, NOT_UTF8.code, SYMLINK.code}
        if any(problem.code in fatal for problem in self.site.problems):
            print(format_text(self.site.problems), file=sys.stderr)
            raise SystemExit(1)


_snapshots: dict[str, Snapshot] = {}


def snapshot(docs_dir: str) -> Snapshot:
    """Return the state of `docs_dir`, read anew when any of its files has changed."""
    current = _snapshots.get(docs_dir)
    now = time.monotonic()
    if current and now - current.looked_at < _LOOK_AGAIN_AFTER:
        return current
    stamp = _stamp(docs_dir)
    if current is None or current.stamp != stamp:
        site = load_site(Path(docs_dir), before=current.site if current else None)
        current = Snapshot(site, stamp, is_first=current is None)
        _snapshots[docs_dir] = current
    current.looked_at = time.monotonic()
    return current


def _stamp(docs_dir: str) -> tuple[tuple[str, int, int], ...]:
    stamp = []
    for folder, _, names in os.walk(docs_dir):
        for name in names:
            path = Path(folder) / name
            status = path.lstat()
            stamp.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(sorted(stamp))

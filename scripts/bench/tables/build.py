"""A strict build: our site beside the plain Material theme, on the same pages and in turn.

Set PAGES to measure on other sizes than 100 and 1,000, such as `PAGES=100`.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.guides import write_sites
from bench.measure import Row, Times, seconds

TITLE = "Build: mkdocs build --strict of our site, and of the plain theme on the same pages"
_SIZES = [int(pages) for pages in os.environ.get("PAGES", "100 1000").split()]
_MANY = 500  # pages, above which one pair of builds has to do
_PAIRS = int(os.environ.get("RUNS", "3"))
_BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
_FINISH = [sys.executable, "-m", "guidekit", "finish", "site"]


def rows(_: Path) -> Iterator[Row]:
    """Yield the rows for each size."""
    for pages in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield from _compare(write_sites(Path(folder), pages), pages)


def _compare(sites: dict[str, Path], pages: int) -> Iterator[Row]:
    times: dict[str, list[Times]] = {name: [] for name in sites}
    for _ in range(1 if pages > _MANY else _PAIRS):
        for name, site in sites.items():
            shutil.rmtree(site / "site", ignore_errors=True)
            times[name].append(seconds(_BUILD, site, check=True))
    pairs = list(zip(times["ours"], times["plain"], strict=True))
    for name, runs in times.items():
        yield Row(f"{pages:,} pages, {name}", _times(runs))
    for what, ratios in (
        ("time", [ours.wall / plain.wall for ours, plain in pairs]),
        ("work", [ours.work / plain.work for ours, plain in pairs]),
    ):
        said = f"{statistics.median(ratios):.2f}"
        yield Row(f"  ours takes so many times the {what}", said, "1.25 at most")
    finish = seconds(_FINISH, sites["ours"], check=True)
    yield Row("  then: guidekit finish, compression included", _times([finish]))


def _times(runs: list[Times]) -> str:
    wall, work = (statistics.median(column) for column in zip(*runs, strict=True))
    return f"{wall:.2f} s ({work:.2f} s of work)"

"""Links of a built site: guidekit beside lychee, in turn, on the same pages.

Set PAGES to measure on other sizes than 1,000 and 5,000, such as `PAGES=1000`.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import material
from bench.faults import missed_and_alarms
from bench.measure import Row, Times, peak_mib, seconds

TITLE = "Links: guidekit links SITE, and lychee --offline --include-fragments SITE"
_SIZES = [int(pages) for pages in os.environ.get("PAGES", "1000 5000").split()]
_PAIRS = {1_000: 3}  # for other sizes one


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows for each size, and what both find of the planted faults."""
    for pages in _SIZES:
        yield from _speed(material.build(folder, pages), pages)
    for name, command in (("guidekit", guidekit), ("lychee", lychee)):
        missed, alarms, kinds, oddities = missed_and_alarms(command)
        yield Row(f"{name}: kinds of fault found", f"{kinds - len(missed)} of {kinds}")
        yield Row(f"{name}: false alarms on valid oddities", f"{len(alarms)} of {oddities}")
        if name == "guidekit" and (missed or alarms):
            yield Row("  to be mended", ", ".join([*missed, *alarms]))


def guidekit(site: Path) -> list[str]:
    """Return the command that checks `site` with guidekit."""
    return [sys.executable, "-m", "guidekit", "links", str(site)]


def lychee(site: Path) -> list[str]:
    """Return the command that checks `site` with lychee, as well as it can."""
    program = str(Path(sys.executable).with_name("lychee"))
    options = ["--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"]
    # A site below a prefix stands in a folder of that name.
    root = site.parent if site.name == "bounce" else site
    return [program, *options, "--root-dir", str(root), str(site)]


def _speed(site: Path, pages: int) -> Iterator[Row]:
    times: dict[str, list[Times]] = {"lychee": [], "first": [], "second": []}
    with tempfile.TemporaryDirectory() as empty:
        here = Path(empty)
        for _ in range(_PAIRS.get(pages, 1)):
            shutil.rmtree(here / ".cache", ignore_errors=True)
            times["lychee"].append(seconds(lychee(site), here))
            for run in ("first", "second"):
                times[run].append(seconds(guidekit(site), here))
        size = sum(file.stat().st_size for file in site.rglob("*.html")) / 1e6
        yield Row(f"{pages:,} pages, {size:.0f} MB: lychee", _medians(times["lychee"], "s"))
        for run, target in (("first", "7"), ("second", "20")):
            yield Row(f"{pages:,} pages: guidekit, {run} run", _medians(times[run], "s"))
            pairs = zip(times["lychee"], times[run], strict=True)
            ratios = [
                Times(theirs.wall / ours.wall, theirs.work / ours.work) for theirs, ours in pairs
            ]
            yield Row("  lychee takes so many times as long", _medians(ratios), target)
        for run in ("second", "first"):
            yield Row(
                f"  memory of the {run} run", f"{peak_mib(guidekit(site), here):.0f} MiB", "150"
            )
            shutil.rmtree(here / ".cache", ignore_errors=True)
        yield Row("  memory of lychee", f"{peak_mib(lychee(site), here):.0f} MiB")


def _medians(values: list[Times], unit: str = "") -> str:
    wall, work = (statistics.median(column) for column in zip(*values, strict=True))
    return f"{wall:.2f} {unit} ({work:.2f} {unit} of work)".replace(" )", ")").replace("  ", " ")

"""Content: `guidekit check` over 1,000 pages, beside the two linters that are a part of it alone.

The pages are the site's own and more like them (`bench.content`). Set PAGES for another number.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.content import KINDS, write_docs
from bench.measure import Row, Times, peak_mib, seconds

TITLE = "Content: guidekit check, and typos with rumdl alone, on the same pages"
_DOCS = Path(__file__).resolve().parents[3] / "docs"
_PAGES = int(os.environ.get("PAGES", "1000").split()[0])
_RUNS = 3


def rows(_: Path) -> Iterator[Row]:
    """Yield the rows for a first and a second run, and for `guidekit --help`."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        write_docs(_DOCS, here / "docs", _PAGES)
        size = sum(
            file.stat().st_size for kind in KINDS for file in (here / "docs" / kind).iterdir()
        )
        linters, first, second = _in_turn(here)
        yield Row(f"{_PAGES:,} pages, {size / 1e6:.1f} MB: typos and rumdl", _shown(linters))
        yield Row(f"{_PAGES:,} pages: guidekit check, first run", _shown(first), "2 s")
        yield Row("  times as long as typos and rumdl", _ratio(first, linters))
        yield Row("  the same, a second run", _shown(second), "0.3 s")
        yield Row("  times as long as typos and rumdl", _ratio(second, linters))
        shutil.rmtree(here / ".cache")
        yield Row("  memory of the first run", f"{peak_mib(_guidekit('check'), here):.0f} MiB")
        helped = [seconds(_guidekit("--help"), here) for _ in range(_RUNS)]
        python = [seconds([sys.executable, "-c", "pass"], here) for _ in range(_RUNS)]
        yield Row("guidekit --help", _shown(helped), "0.15 s")
        yield Row("  times as long as Python that does nothing", _ratio(helped, python))


def _in_turn(here: Path) -> tuple[list[Times], ...]:
    times: tuple[list[Times], ...] = ([], [], [])
    for _ in range(_RUNS):
        shutil.rmtree(here / ".cache", ignore_errors=True)
        parts = [seconds(command, here) for command in _linters()]
        times[0].append(Times(sum(part.wall for part in parts), sum(part.work for part in parts)))
        times[1].append(seconds(_guidekit("check"), here))
        times[2].append(seconds(_guidekit("check"), here))
    return times


def _guidekit(*arguments: str) -> list[str]:
    return [_program("guidekit"), *arguments]


def _program(name: str) -> str:
    """Return the path of a program of this environment."""
    return str(Path(sys.executable).with_name(name))


def _linters() -> Iterator[list[str]]:
    yield [_program("typos"), "--isolated", "--locale", "en-gb", "--format", "json", "docs"]
    yield [_program("rumdl"), "check", "--no-config", "--no-cache", "--flavor", "mkdocs", "docs"]


def _shown(times: list[Times]) -> str:
    wall, work = (statistics.median(column) for column in zip(*times, strict=True))
    return f"{wall:.2f} s ({work:.2f} s of work)"


def _ratio(ours: list[Times], theirs: list[Times]) -> str:
    pairs = list(zip(ours, theirs, strict=True))
    wall = statistics.median(mine.wall / other.wall for mine, other in pairs)
    work = statistics.median(mine.work / other.work for mine, other in pairs)
    return f"{wall:.2f} ({work:.2f} of work)"

"""Web links: guidekit asks 500 addresses that answer in 50 ms, at one host and at twenty.

What is timed is the whole command, beside the time that the answers alone need when ten are
under way to each host.
"""

from __future__ import annotations

import math
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Row, Times, seconds
from bench.slow_server import DELAY

TITLE = "Web links: guidekit links SITE --external, 500 addresses that answer in 50 ms"
_ADDRESSES, _CONNECTIONS, _RUNS = 500, 10, 3
_TARGETS = {1: "3 s", 20: "0.8 s"}


def rows(_: Path) -> Iterator[Row]:
    """Yield the rows for one host and for twenty."""
    for hosts, target in _TARGETS.items():
        with _servers(hosts) as port, tempfile.TemporaryDirectory() as folder:
            _write_site(Path(folder, "site"), hosts, port)
            runs = [seconds(_command(), Path(folder)) for _ in range(_RUNS)]
            offline = [seconds(_command()[:-2], Path(folder)) for _ in range(_RUNS)]
            most = _most_connections(port)
        wall, work = _median(runs)
        least = math.ceil(_ADDRESSES / hosts / _CONNECTIONS) * DELAY
        yield Row(f"{hosts} hosts: whole command", f"{wall:.2f} s ({work:.2f} s of work)", target)
        yield Row("  of that the same without --external", f"{_median(offline)[0]:.2f} s")
        yield Row("  the answers alone need", f"{least:.2f} s")
        yield Row("  most connections to one host", str(most), str(_CONNECTIONS))


def _command() -> list[str]:
    guidekit = [sys.executable, "-m", "guidekit", "links", "site", "--fresh"]
    return [*guidekit, "--external", "--allow-private"]


def _median(runs: list[Times]) -> tuple[float, float]:
    return statistics.median(run.wall for run in runs), statistics.median(run.work for run in runs)


def _write_site(site: Path, hosts: int, port: int) -> None:
    site.mkdir()
    links = (
        f'<a href="http://127.0.0.{number % hosts + 1}:{port}/{number}">x</a>\n'
        for number in range(_ADDRESSES)
    )
    (site / "index.html").write_text("".join(links), encoding="utf-8")


@contextmanager
def _servers(hosts: int) -> Iterator[int]:
    """Run the servers in a process of their own; gives their port."""
    command = [sys.executable, "-m", "bench.slow_server", str(hosts)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield int(process.stdout.readline()) if process.stdout else 0
        finally:
            process.terminate()


def _most_connections(port: int) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/most") as answer:
        return int(answer.read())

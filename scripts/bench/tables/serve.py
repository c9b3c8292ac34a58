"""A saved change until the server has the new page: `mkdocs serve` in turn of our site and plain.

Both sites have the same pages, those of the real site. Every time is from the change of a file
until the page that is asked for again and again, every 20 ms, holds the new words.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from bench.guides import changes, write_sites
from bench.measure import Row

TITLE = "Serve: a saved change until the page has it, our site and a plain one with the same pages"
_CHANGES = int(os.environ.get("RUNS", "5"))
_PERIOD = 0.02  # seconds between two looks
_PATIENCE = 300  # seconds
_REST = 1  # seconds, in which a server does what it put off
_PAGE = "guides/not-personal/"


def rows(_: Path) -> Iterator[Row]:
    """Yield the medians of both, and that of the differences, change by change."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        sites = {
            name: (changes(site), servers.enter_context(_serve(site)))
            for name, site in write_sites(Path(folder), 0).items()
        }
        for _change in range(_CHANGES):
            for name, (marks, address) in sites.items():
                times.setdefault(name, []).append(_time(marks, address))
                time.sleep(_REST)
    for name, each in times.items():
        said = f"{statistics.median(each):.2f} s, at most {max(each):.2f} s"
        yield Row(f"{name}: median of {len(each)} changes", said)
    longer = [ours - plain for ours, plain in zip(times["ours"], times["plain"], strict=True)]
    yield Row("  ours takes longer by", f"{statistics.median(longer):.2f} s", "0.5 s")


def _time(marks: Iterator[str], address: str) -> float:
    start = time.perf_counter()
    mark = next(marks)
    _wait_for(address, mark)
    return time.perf_counter() - start


@contextmanager
def _serve(site: Path) -> Iterator[str]:
    """Serve a site until the block ends, and give the address of the page that changes."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", host]
    with subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL) as server:
        try:
            address = f"http://{host}/{_PAGE}"
            _wait_for(address, "<h1")
            yield address
        finally:
            server.terminate()


def _wait_for(address: str, words: str) -> None:
    """Return when the page holds the words; a page that is being built waits itself."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(urllib.error.URLError), urllib.request.urlopen(address) as answer:  # noqa: S310
            if words in answer.read().decode():
                return
        time.sleep(_PERIOD)
    raise TimeoutError(f"{address} never held: {words}")

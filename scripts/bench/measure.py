"""Measures commands: time, and the memory of a process and all its children."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_PERIOD = 0.01  # seconds between two looks at the memory
_KIB = 1024
_KEEP_NOTHING = "PYTHONDONTWRITEBYTECODE"


class Row(NamedTuple):
    """One line of a table."""

    what: str
    value: str
    target: str = ""


class Times(NamedTuple):
    """How long a command takes, and how long processors work for it and its children: seconds.

    On a busy machine the second tells more, as who asks for more threads gets more of it.
    """

    wall: float
    work: float


def seconds(command: Sequence[str], folder: Path, *, check: bool = False) -> Times:
    """Return how long a command takes in `folder`, whatever its exit status.

    Python may keep what it compiles, as it does for whoever does not forbid it. With `check`,
    raises CalledProcessError when the status is not 0.
    """
    environment = {name: value for name, value in os.environ.items() if name != _KEEP_NOTHING}
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=check, capture_output=True, env=environment)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Times(wall, sum(after[:2]) - sum(before[:2]))


def peak_mib(command: Sequence[str], folder: Path) -> float:
    """Return the most memory that a command and its children hold, in MiB.

    Pages that processes share count once (PSS), as they take up memory once. Only Linux
    tells; elsewhere this is 0. Looking takes time, so this is never done while timing.
    """
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_pss, _family(process.pid))))
            time.sleep(_PERIOD)
    return peak / _KIB


def _family(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        children = []
    return [process, *(member for child in children for member in _family(int(child)))]


def _pss(process: int) -> int:
    """Return the share of memory of one process in KiB; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)

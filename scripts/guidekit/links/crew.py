"""Reads many files at once, in as many processes as are worth starting."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from guidekit.links.extract import read_record
from guidekit.links.locate import Task, locate
from guidekit.links.record import Fault, FileRecord

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

# A process takes longer to start than these many files take to read.
_WORTH_A_PROCESS = 150
_MOST_PROCESSES = 4
_BATCHES = 8  # for each process: neighbours go together, as they have most in common


class Crew:
    """Does the same to each of many files; use it in a `with` statement."""

    def __init__(self, root: str, files: int, processes: int | None = None) -> None:
        self._root = root
        self._processes = processes or min(_MOST_PROCESSES, _cores(), files // _WORTH_A_PROCESS)
        self._pool: Pool | None = None

    def __enter__(self) -> "Crew":
        if self._processes > 1:
            import multiprocessing

            # Forking is quick, and safe here: nothing has started a thread.
            context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
            self._pool = context.Pool(self._processes, _prepare)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._pool:
            self._pool.terminate()

    def read(self, names: Sequence[str]) -> Iterable[FileRecord]:
        """Return the record of each file, in order."""
        return self._each(partial(read_record, self._root), names)

    def locate(self, tasks: Sequence[Task]) -> Iterable[list[Fault]]:
        """Return the faults of each task, in order."""
        return self._each(partial(locate, self._root), tasks)

    def _each(self, work: Callable[[_Item], _Result], items: Sequence[_Item]) -> Iterable[_Result]:
        if self._pool is None:
            return map(work, items)
        size = len(items) // (self._processes * _BATCHES) + 1
        return self._pool.imap(work, items, size)


def _prepare() -> None:
    """Make a process ready: Ctrl-C is for its parent, and records hold no cycles to collect."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

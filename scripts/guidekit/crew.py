"""Does the same to each of many items, in as many processes as are worth starting.

Processes are forked: that takes a millisecond where starting Python anew takes fifty, and
the copies share the memory. A process of several threads stays alone, as a copy may wait for ever
for what another thread held. They take numbers of batches from one queue, a pipe, so that a
slow one holds up nobody, and send back what `marshal` or `pickle` writes.
"""

import gc
import marshal
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pickle import UnpicklingError
from types import ModuleType
from typing import Any, NamedTuple, TypeVar

_Item = TypeVar("_Item")

# With fewer items for each process, one alone is as quick.
_WORTH_A_PROCESS = 40
_MOST_PROCESSES = 4
_BATCHES = 12  # for each process: neighbours go together, as they have most in common
_NUMBER = 4  # bytes


def each(
    work: Callable[[_Item], Any],
    items: Sequence[_Item],
    size: int | None = None,
    writer: ModuleType = marshal,
) -> Iterator[Any]:
    """Yield `work(item)` for each item, in order; it must return a plain value.

    `size` is how much there is to do: files to be read or looked at, one an item if not given.
    What is no plain value can come from another process if `writer` is `pickle`.
    """
    number = _processes(len(items) if size is None else size)
    if number < 2:
        yield from map(work, items)
        return
    length = len(items) // (number * _BATCHES) + 1
    batches = [items[start : start + length] for start in range(0, len(items), length)]
    with _no_collection():
        crew = _Crew(lambda batch: list(map(work, batches[batch])), writer)
        done = _work_together(crew, len(batches), number)
    for batch, _ in enumerate(batches):
        yield from done.pop(batch)


def _processes(size: int) -> int:
    if not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return 1
    return min(_MOST_PROCESSES, _cores(), size // _WORTH_A_PROCESS)


_Results = dict[int, list[Any]]
_Work = Callable[[int], list[Any]]


class _Crew(NamedTuple):
    work: _Work
    writer: ModuleType


class _Child(NamedTuple):
    process: int
    pipe: int


def _work_together(crew: _Crew, batches: int, processes: int) -> _Results:
    queue = _queue(batches)
    children: list[_Child] = []
    try:
        with suppress(OSError):  # no more processes to be had
            children.extend(_fork(crew, queue) for _ in range(processes - 1))
        done = _work_off(crew.work, queue)
        for child in children:
            done |= _results(child, crew.writer)
    finally:
        os.close(queue)
        for child in children:
            _end(child)
    # Should a process have died, what it had taken is done here.
    return done | {batch: crew.work(batch) for batch in range(batches) if batch not in done}


def _queue(batches: int) -> int:
    """Return a pipe from which each reader takes another number."""
    reading, writing = os.pipe()
    for batch in range(batches):
        os.write(writing, batch.to_bytes(_NUMBER, "big"))
    os.close(writing)
    return reading


def _work_off(work: _Work, queue: int) -> _Results:
    done = {}
    while number := os.read(queue, _NUMBER):
        batch = int.from_bytes(number, "big")
        done[batch] = work(batch)
    return done


def _fork(crew: _Crew, queue: int) -> _Child:
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if process:
        os.close(writing)
        return _Child(process, reading)
    try:  # in the child, which must never return
        os.close(reading)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with open(writing, "wb") as pipe:  # noqa: PTH123
            crew.writer.dump(_work_off(crew.work, queue), pipe)
    finally:
        os._exit(0)


def _results(child: _Child, writer: ModuleType) -> _Results:
    with open(child.pipe, "rb", closefd=False) as pipe:
        data = pipe.read()
    try:
        results: _Results = writer.loads(data)  # from our own copy
    except (EOFError, ValueError, TypeError, UnpicklingError):
        return {}
    return results


def _end(child: _Child) -> None:
    os.close(child.pipe)
    os.kill(child.process, signal.SIGKILL)
    os.waitpid(child.process, 0)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep Python from looking for cycles: there are none, and millions of values to look at."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

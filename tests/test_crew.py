"""Several processes find what one finds, whatever becomes of them."""

import os
import sys
import threading
from pathlib import Path

import pytest

from guidekit import crew
from guidekit.crew import each
from guidekit.links import check_links
from tests.links.sites import make_site


def _make_three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the crew have three processes, whatever else this one does."""
    monkeypatch.setattr(crew, "_cores", lambda: 3)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    _make_three(monkeypatch)


forking = pytest.mark.skipif(sys.platform != "linux", reason="one process does all")


def test_two_processes_find_the_same_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {
        f"more/{number}.html": f'\n<p id=x><a href="../guides/">x</a> <a href="{number}/">y</a>'
        for number in range(60)
    }
    site = make_site(tmp_path, pages)
    monkeypatch.setattr(crew, "_cores", lambda: 1)
    alone = check_links(site)
    _make_three(monkeypatch)
    monkeypatch.setattr(crew, "_WORTH_A_PROCESS", 10)
    together = check_links(site)
    assert alone == together
    assert len(alone) == 60


@forking
@pytest.mark.usefixtures("three")
def test_work_is_shared_and_keeps_its_order() -> None:
    found = list(each(lambda item: (item, os.getpid()), range(2_000)))
    assert [item for item, _ in found] == list(range(2_000))


@forking
@pytest.mark.usefixtures("three")
def test_work_of_a_process_that_died_is_done_again() -> None:
    parent = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != parent:
            os.kill(os.getpid(), 9)
        return -item

    assert list(each(work, range(500))) == [-item for item in range(500)]


@forking
@pytest.mark.usefixtures("three")
def test_error_in_any_process_is_raised_and_leaves_no_process() -> None:
    def work(item: int) -> int:
        return 1 // (item - 77)

    before = _children()
    with pytest.raises(ZeroDivisionError):
        list(each(work, range(500)))
    assert _children() == before


def _children() -> set[str]:
    """Return the processes that this one has started, those of other tests among them."""
    lists = Path("/proc/self/task").glob("*/children")
    return {process for file in lists for process in file.read_text().split()}


@forking
@pytest.mark.usefixtures("three")
def test_processes_that_cannot_be_had_are_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    assert list(each(abs, range(100))) == list(range(100))

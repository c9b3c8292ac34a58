"""`make serve` says in the terminal what a save has broken, and when it is mended."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.build.test_strict_build import make_project
from tests.support.sites import email_page

LONGEST_WAIT = 120  # seconds: how slow a machine may be, not how slow this is


@contextmanager
def _serving(root: Path) -> Iterator[Callable[[], str]]:
    """Serve a project at any free port; gives a function that returns what was printed so far."""
    printed = root / "printed.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:0"]
    with printed.open("wb") as stream:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(
            command, cwd=root, stdout=stream, stderr=subprocess.STDOUT, env=environment
        )
        try:
            yield lambda: printed.read_text(errors="replace")
        finally:
            process.terminate()
            process.wait(LONGEST_WAIT)


def _wait_for(words: str, printed: Callable[[], str]) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while words not in printed():
        assert time.monotonic() < end, f"{words!r} was never printed:\n{printed()}"
        time.sleep(0.1)


def test_each_save_says_what_is_wrong_and_what_no_longer_is(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    page = root / "docs/emails/thanks.md"
    right = page.read_text()
    with _serving(root) as printed:
        _wait_for("Serving on", printed)
        assert "MAIL102" not in printed()
        page.write_text(email_page("Subject: Thanks\n\nThe {{rol}} role."))
        _wait_for("MAIL102 unknown-placeholder: `rol` is not a known field", printed)
        assert "No problems are left" not in printed()
        page.write_text(right)
        _wait_for("No problems are left.", printed)

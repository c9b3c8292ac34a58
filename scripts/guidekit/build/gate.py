"""Stops a strict build on the problems that `guidekit check` reports."""

import logging
import threading
from pathlib import Path

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from guidekit.build.snapshot import Snapshot, snapshot
from guidekit.checking import check_docs
from guidekit.diagnostics import Severity
from guidekit.linters.program import LinterError
from guidekit.reporting.text import format_line

# The engine counts what is logged below its own name, and ends a strict build when there is
# any; `mkdocs serve` shows it and goes on. With --quiet it counts errors only.
_LOGGERS = [logging.getLogger(f"{engine}.guidekit") for engine in ("mkdocs",)]


class GatePreprocessor(Preprocessor):
    """Says every problem of the site, once for each state of it.

    That is when the first page is rendered: what is logged before, while the configuration is
    read, is not counted. Who saves a page that is being served waits for the page and not for
    the check, which then runs beside the build.
    """

    def __init__(self, md: Markdown, docs_dir: str) -> None:
        super().__init__(md)
        self._docs_dir = docs_dir

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        state = snapshot(self._docs_dir)
        if not state.is_reported:
            state.is_reported = True
            report = _reports.setdefault(self._docs_dir, _Report(Path(self._docs_dir)))
            if state.is_first:
                report.say(state)
            else:
                threading.Thread(target=report.say_beside, args=[state], daemon=True).start()
        return lines


class _Report:
    """What has been said of the content in one folder."""

    def __init__(self, docs: Path) -> None:
        self._docs = docs
        self._was_wrong = False
        self._lock = threading.Lock()

    def say_beside(self, state: Snapshot) -> None:
        """Say as much as `say`, one at a time; nobody else is there for an error."""
        with self._lock:
            try:
                self.say(state)
            except (LinterError, OSError) as error:
                _say(logging.ERROR, str(error))

    def say(self, state: Snapshot) -> None:
        """Log what is wrong with the content as it is on disk; `state` is where to start from."""
        # Mostly `guidekit check` was here just before, and has left what it found.
        problems = check_docs(self._docs, before=state.site)
        for problem in problems:
            # A logged warning would end a strict build as well.
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
            _say(level, format_line(problem))
        if self._was_wrong and not problems:
            _say(logging.INFO, "No problems are left.")
        self._was_wrong = bool(problems)


_reports: dict[str, _Report] = {}


def _say(level: int, text: str) -> None:
    for logger in _LOGGERS:
        logger.log(level, "%s", text)

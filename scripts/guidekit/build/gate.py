"""Stops a strict build on the problems that `guidekit check` reports."""

import logging

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from guidekit.build.snapshot import snapshot
from guidekit.diagnostics import Severity
from guidekit.reporting.text import format_line

# The engine counts what is logged below its own name, and ends a strict build when there is
# any; `mkdocs serve` shows it and goes on. With --quiet it counts errors only.
_LOGGERS = [logging.getLogger(f"{engine}.guidekit") for engine in ("mkdocs",)]


class GatePreprocessor(Preprocessor):
    """Says every problem of the site, once, when the first page is rendered.

    What is logged before that, while the configuration is read, is not counted.
    """

    def __init__(self, md: Markdown, docs_dir: str) -> None:
        super().__init__(md)
        self._docs_dir = docs_dir

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        state = snapshot(self._docs_dir)
        if not state.is_reported:
            state.is_reported = True
            for problem in state.problems:
                # A logged warning would end a strict build as well.
                level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
                _say(level, format_line(problem))
            if state.was_wrong and not state.problems:
                _say(logging.INFO, "No problems are left.")
        return lines


def _say(level: int, text: str) -> None:
    for logger in _LOGGERS:
        logger.log(level, "%s", text)

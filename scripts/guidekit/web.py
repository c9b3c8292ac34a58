"""Makes the checker of web links from what the command line says."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from guidekit import __version__
from guidekit.diagnostics import Diagnostic
from guidekit.links.external import Clock, Ignored, Options, Progress, WebChecker

_AGENT = f"guidekit/{__version__} (link checker)"


@dataclass(frozen=True, slots=True)
class WebOptions:
    """The options of `guidekit links` that are about web links; None stands for none."""

    allow_private: bool
    ignore: Path | None
    cache: Path | None
    fresh: bool


def make_checker(options: WebOptions, stream: TextIO) -> tuple[WebChecker, Sequence[Diagnostic]]:
    """Return the checker, which shows its progress on `stream`, and faults of its ignore list."""
    ignored, problems = _read_ignored(options.ignore) if options.ignore else ([], [])
    clock = Clock()
    return WebChecker(
        Options(_AGENT, options.allow_private, ignored, options.cache, options.fresh),
        Progress(stream, clock),
        clock,
    ), problems


def _read_ignored(file: Path) -> tuple[list[Ignored], Sequence[Diagnostic]]:
    from guidekit.content.ignored import read_ignored

    entries, problems = read_ignored(file)
    return [
        Ignored(entry.url, entry.reason, entry.until, span) for entry, span in entries
    ], problems

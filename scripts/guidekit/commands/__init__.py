"""The commands of `guidekit`, one to a file.

Each module has `add(commands)`, which declares its arguments, and the work behind it is imported
only when it runs, so that `guidekit --help` answers at once. What they share is here.
"""

import argparse
import sys
from collections.abc import Sequence

from guidekit.diagnostics import Diagnostic, Severity
from guidekit.reporting import FORMATS

CLEAN, PROBLEMS, CRASH = 0, 1, 2

Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse has no public name for it)


class UsageError(Exception):
    """A path or an option that cannot be used; the message says what to give instead."""


def add_format(command: argparse.ArgumentParser) -> None:
    """Give a command the option that chooses how problems are printed."""
    command.add_argument("--format", choices=FORMATS, default="text", help="how to print problems")


def report(problems: Sequence[Diagnostic], form: str) -> int:
    """Print problems in a form, and a summary for a person; returns the exit status."""
    text = FORMATS[form](problems)
    if text:
        sys.stdout.write(f"{text}\n")
    if form == "text":
        print(_summary(problems), file=sys.stderr)
    return PROBLEMS if problems else CLEAN


def _summary(problems: Sequence[Diagnostic]) -> str:
    if not problems:
        return "No problems found."
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = [_count(errors, "error"), _count(warnings, "warning")]
    return f"Found {' and '.join(part for part in parts if part)}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""

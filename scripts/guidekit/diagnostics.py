"""What every check returns: a problem, where it is, and how to put it right.

Diagnostics are data. Collecting them is the checks' business, printing them is
`guidekit.reporting`'s; nothing here knows about files, formats or which rules exist.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Span(NamedTuple):
    """A place in a file.

    `path` is as the user would type it, with forward slashes. `line` and `column`
    count from 1; `column` counts characters, not bytes.
    """

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place.

    `code` is stable (`MAIL102`), `name` is its kebab-case name (`unknown-placeholder`),
    `message` says what is wrong in this place, `help` says what to type instead.
    """

    code: str
    name: str
    message: str
    span: Span
    help: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of problem: its stable code, its name, and why it exists.

    `valid` and `invalid` are example snippets. They feed the rules page, and a test runs
    the whole check over each of them; `example` says what a snippet is a piece of (`guide`,
    `email`, `checklist`, `front matter`, or a file below `docs/`). A rule about
    bytes or links on disk has no snippets. `excusable` says whether a comment in a page may
    excuse it.
    """

    code: str
    name: str
    why: str
    severity: Severity = Severity.ERROR
    example: str = ""
    valid: tuple[str, ...] = ()
    invalid: tuple[str, ...] = ()
    excusable: bool = True

    def at(self, span: Span, message: str, help: str) -> Diagnostic:
        """Return this kind of problem as found at `span`."""
        return Diagnostic(self.code, self.name, message, span, help, self.severity)


def sort_key(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    """Order diagnostics by place, then by code, so that output never depends on rule order."""
    return (diagnostic.span, diagnostic.code, diagnostic.message)


def to_plain(problem: Diagnostic) -> tuple[str | int, ...]:
    """Return a problem as plain values, to be kept or sent."""
    texts = (problem.code, problem.name, problem.message, problem.help, problem.severity.value)
    return (*texts, *problem.span)


def from_plain(values: Sequence[Any]) -> Diagnostic:
    """Return the problem that `to_plain` was given."""
    code, name, message, help, severity, *place = values
    return Diagnostic(code, name, message, Span(*place), help, Severity(severity))


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, or None when none is near enough to suggest."""
    matches = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str) -> str:
    """Return a help line that offers the closest candidate, or `otherwise` when none is near."""
    match = closest(word, candidates)
    return f"did you mean `{match}`?" if match else otherwise

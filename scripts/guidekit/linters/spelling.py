"""Spelling, read by typos: what is misspelt, and what is American in a British text."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from guidekit.diagnostics import Rule
from guidekit.linters.program import Program, find_program

SPELLING = Rule(
    "SPELL101",
    "spelling",
    "A misspelt word makes a reader doubt the rest; the words of the site are British.",
    example="guide",
    valid=("A colour, a favourite, and `teh` in code.\n",),
    invalid=("Thank teh recruiter.\n", "My favorite color.\n"),
)

# Nobody's own configuration changes what is found.
_OPTIONS = ("--isolated", "--locale", "en-gb", "--no-check-filenames", "--format", "json")


@dataclass(frozen=True, slots=True)
class Typo:
    """A misspelt word. `column` counts bytes from 1, as typos does."""

    line: int
    column: int
    word: str
    better: tuple[str, ...]


def start_spelling(files: Iterable[Path]) -> Program:
    """Start typos over files."""
    names = "".join(f"{file}\n" for file in files)
    return Program("typos", [*_OPTIONS, "--file-list", "-"], names)


def read_spelling(program: Program) -> Iterator[tuple[str, Typo]]:
    """Yield each misspelt word with the path of its file."""
    for line in program.read().splitlines():
        found = json.loads(line)
        if found.get("type") == "typo" and "line_num" in found:
            better = tuple(found["corrections"])
            column = found["byte_offset"] + 1
            yield found["path"], Typo(found["line_num"], column, found["typo"], better)


def spelling_program() -> str:
    """Return the path of the program, to know when it changes."""
    return find_program("typos")

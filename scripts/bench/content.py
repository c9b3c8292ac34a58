"""A `docs/` folder with any number of content pages, for measuring on.

It is the site's own with more of the same kinds in the same proportions: each further page is one
of ours with another title, whose plain lines are drawn, by seeded chance, from all lines of its
kind. So no two pages hold the same text, and all of it is what people write.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

KINDS = ("guides", "checklists", "emails")
_HEADER = re.compile(r"(?m)^(title|description): .*$")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
# A line of prose or of an email that stands for itself: no heading, list, table, link or citation.
_PLAIN = re.compile(r"(?m)^[A-Z][^\[\]{}|<>\n]{40,}$")


def write_docs(source: Path, docs: Path, pages: int) -> None:
    """Make `docs` a copy of `source` that has so many pages of the three kinds."""
    shutil.copytree(source, docs)
    ours = [file for kind in KINDS for file in sorted((source / kind).glob("*.md"))]
    ours = [file for file in ours if file.name != "index.md"]
    lines = {kind: _lines(ours, kind) for kind in KINDS}
    for number in range(len(ours), pages):
        file = ours[number % len(ours)]
        kind = file.parent.name
        text = _another(file.read_text(encoding="utf-8"), number, lines[kind])
        (docs / kind / f"{file.stem}-{number}.md").write_text(text, encoding="utf-8")


def _lines(files: list[Path], kind: str) -> list[str]:
    return [line for file in files if file.parent.name == kind for line in _plain_lines(file)]


def _plain_lines(file: Path) -> Iterator[str]:
    yield from _PLAIN.findall(_FRONT_MATTER.sub("", file.read_text(encoding="utf-8"), count=1))


def _another(text: str, number: int, lines: list[str]) -> str:
    chance = random.Random(number)  # noqa: S311
    front_matter = _FRONT_MATTER.match(text)
    start = front_matter.end() if front_matter else 0
    head = _HEADER.sub(rf"\1: The \1 of page {number}", text[:start])
    return head + _PLAIN.sub(lambda _: chance.choice(lines), text[start:])

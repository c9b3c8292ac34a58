"""Our site and a plain Material site on the same pages, for measuring how long they take to build.

The pages are those of the real site, with its generated lists, and, up to the number wanted,
guides made of seeded chance: headings, prose, lists, a table, a note, and links near and far.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.material import WORDS
from guidekit.build.generated import fill_lists
from guidekit.content.site import load_site

ROOT = Path(__file__).resolve().parents[2]
_PARTS = 6
_PLAIN = """\
site_name: Plain
site_url: https://plain.example/
exclude_docs: /_data/
theme:
  name: material
  font: false
  features: [navigation.instant, navigation.prune]
plugins: [search, tags]
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - tables
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.highlight: {use_pygments: false}
"""


def write_sites(folder: Path, pages: int) -> dict[str, Path]:
    """Write both sites, and return the folder of each: `ours` and `plain`."""
    sites = {name: folder / name for name in ("ours", "plain")}
    shutil.copytree(ROOT / "docs", sites["ours"] / "docs")
    real = len(list((sites["ours"] / "docs").rglob("*.md")))
    numbers = range(max(0, pages - real))
    for number in numbers:
        page = _guide(random.Random(number), number, len(numbers))  # noqa: S311
        (sites["ours"] / f"docs/guides/{_name(number)}").write_text(page)
    shutil.copytree(sites["ours"] / "docs", sites["plain"] / "docs")
    _write_out_lists(sites["plain"] / "docs")
    shutil.copytree(ROOT / "overrides", sites["ours"] / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", sites["ours"])
    (sites["plain"] / "mkdocs.yml").write_text(_PLAIN)
    return sites


def _write_out_lists(docs: Path) -> None:
    """Put the lists that our build makes from the content into the pages, as Markdown.

    Else the plain site would have the same files, but shorter pages.
    """
    site = load_site(docs)
    for page in docs.rglob("*.md"):
        before = page.read_text(encoding="utf-8")
        after = "\n".join(fill_lists(before.split("\n"), lambda: site))
        if after != before:
            page.write_text(after, encoding="utf-8")


def _name(number: int) -> str:
    return f"made-{number:04}.md"


def _guide(chance: random.Random, number: int, most: int) -> str:
    title = f"{_words(chance, 3).capitalize()} {number}"
    head = {
        "title": title,
        "description": f"{_words(chance, 9).capitalize()} {number}.",
        "stage": "first-hours",
        "reviewed": "2026-11-23",
        "next": ["guides/index.md"],
    }
    front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in head.items())
    parts = "\n".join(_part(chance, part, most) for part in range(1, _PARTS + 1))
    return f"---\n{front}\n---\n\n{_prose(chance, most)}\n{parts}"


def _part(chance: random.Random, number: int, most: int) -> str:
    blocks = (
        f"- {_words(chance, 8)}\n- {_words(chance, 8)}\n- {_words(chance, 8)}\n",
        f"| {_words(chance, 1)} | {_words(chance, 1)} |\n|---|---|\n| {_words(chance, 4)} | 1 |\n",
        f'!!! note "{_words(chance, 3)}"\n\n    {_words(chance, 12).capitalize()}.\n',
    )
    heading = f"## {_words(chance, 4).capitalize()} {number}"
    return f"{heading}\n\n{_prose(chance, most)}\n{blocks[number % len(blocks)]}"


def _prose(chance: random.Random, most: int) -> str:
    """Return a paragraph with a link."""
    sentences = [f"{_words(chance, 8).capitalize()}." for _ in range(6)]
    link = f"See [{_words(chance, 4)}]({_name(chance.randrange(most))})."
    return " ".join([*sentences, link]) + "\n"


def _words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(WORDS, k=number))


def changes(site: Path) -> Iterator[str]:
    """Change a guide of the site again and again, and yield the mark that it then holds."""
    page = site / "docs/guides/not-personal.md"
    before = page.read_text(encoding="utf-8")
    for number in range(1_000):
        mark = f"changed for the time {number}"
        page.write_text(f"{before}\nThis page was {mark}.\n", encoding="utf-8")
        yield mark

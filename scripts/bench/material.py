"""A site of any number of pages as Material for MkDocs builds it, for measuring on.

The Markdown is made of seeded chance: sections of a hundred pages in groups of ten, each page
with headings, prose, links to pages near and far and to places in them, code with numbered
lines, a table, notes, an image and icons. MkDocs then builds it with the theme as it comes.
More than a thousand pages are volumes of a thousand.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SITE_URL = "https://manual.example/latest/"
_GROUP, _SECTION = 10, 10
_PARTS = 12
_MOST_BUILT = 1_000
WORDS = (
    "answer letter reply after before interview role team offer question week morning plan"
    " because often never people write call ask wait read again short clear honest list step"
    " manager company reason feedback thank note open calm useful later first second other"
).split()
_CONFIG = f"""\
site_name: Manual
site_url: {SITE_URL}
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.sections, navigation.prune, navigation.indexes,
             navigation.footer, navigation.top, content.code.copy, toc.follow]
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - tables
  - def_list
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {{alternate_style: true}}
  - pymdownx.highlight: {{anchor_linenums: true, linenums: true}}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - toc: {{permalink: true}}
"""
# One dot of PNG.
_IMAGE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


def build(folder: Path, pages: int) -> Path:
    """Return the folder of a built site with so many pages; made once, then kept."""
    site = folder / f"material-{pages}"
    if not site.exists():
        part = site.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        if pages > _MOST_BUILT:
            _write_volumes(build(folder, _MOST_BUILT), part, pages // _MOST_BUILT)
        else:
            _run_mkdocs(folder / f"source-{pages}", part, pages)
        part.rename(site)
    return site


def _run_mkdocs(source: Path, site: Path, pages: int) -> None:
    shutil.rmtree(source, ignore_errors=True)
    _write(source, pages)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run([*command, "--site-dir", str(site.resolve())], cwd=source, check=True)
    shutil.rmtree(source)


def _write_volumes(site: Path, target: Path, number: int) -> None:
    """Put copies of a site side by side: a build of all would take the square of the time.

    In each, all places in pages have other names, so no two pages hold the same.
    """
    for volume in range(number):
        folder = target / f"volume-{volume}"
        shutil.copytree(site, folder)
        names = {
            SITE_URL.encode(): f"{SITE_URL}volume-{volume}/".encode(),
            b"part-": f"part{volume}-".encode(),
            b"of-part": f"of-volume-{volume}-part".encode(),
        }
        for file in [*folder.rglob("*.html"), *folder.rglob("*.xml")]:
            data = file.read_bytes()
            for old, new in names.items():
                data = data.replace(old, new)
            file.write_bytes(data)
    sitemaps = "".join(
        f"<sitemap><loc>{SITE_URL}volume-{volume}/sitemap.xml</loc></sitemap>"
        for volume in range(number)
    )
    xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9"
    (target / "sitemap.xml").write_text(f'<sitemapindex xmlns="{xmlns}">{sitemaps}</sitemapindex>')


def _write(source: Path, pages: int) -> None:
    names = _names(pages)
    (source / "docs/images").mkdir(parents=True)
    (source / "mkdocs.yml").write_text(_CONFIG)
    for number in range(20):
        (source / f"docs/images/figure-{number}.png").write_bytes(_IMAGE)
    for number, name in enumerate(names):
        path = source / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_page(random.Random(number), number, names))  # noqa: S311


def _names(pages: int) -> list[str]:
    """Return the files: the home page, each section's index, and what is in its groups."""
    names = ["index.md"]
    while len(names) < pages:
        names += _section(len(names) // (_GROUP * _SECTION))
    return names[:pages]


def _section(number: int) -> Iterator[str]:
    yield f"section-{number}/index.md"
    for group in range(_SECTION):
        for page in range(_GROUP):
            yield f"section-{number}/group-{group}/page-{page}.md"


def _page(chance: random.Random, number: int, names: list[str]) -> str:
    parts = [f"# {_title(chance)} {number}\n", _prose(chance, number, names)]
    for part in range(1, _PARTS + 1):
        parts.append(f"## Part {part}\n\n{_prose(chance, number, names)}")
        parts.append(
            f"### {_title(chance)} of part {part}\n\n{_block(chance, part, names[number])}"
        )
    return "\n".join(parts) + "\n[^1]: A note at the end.\n"


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=3)).capitalize()


def _prose(chance: random.Random, number: int, names: list[str]) -> str:
    sentences = [f"{' '.join(chance.choices(WORDS, k=12)).capitalize()}." for _ in range(5)]
    for _ in range(2):
        target = chance.choice(
            names[max(0, number - 20) : number + 20] if chance.random() < 0.7 else names
        )
        way = f"{_way(names[number], target)}#part-{chance.randint(1, _PARTS)}"
        sentences.append(f"See [{_title(chance)}]({way}).")
    sentences.append(f"Or [elsewhere](https://example.org/{chance.randint(1, 999)}/).")
    return " ".join(sentences) + "\n"


def _way(page: str, target: str) -> str:
    return "../" * page.count("/") + target


def _block(chance: random.Random, part: int, page: str) -> str:
    """Return something else than prose, in turn."""
    words = " ".join(chance.choices(WORDS, k=6))
    lines = "\n".join(
        f"{word} = call({number}, '{word}')" for number, word in enumerate(words.split())
    )
    blocks = (
        f"```python\n{lines}\n```\n",
        f"| A | B | C |\n|---|---|---|\n| {words} | {words} | :material-check: |\n| 1 | 2 | 3 |\n",
        f'!!! note "{words}"\n\n    {words}.[^1]\n',
        f"![{words}]({_way(page, 'images')}/figure-{chance.randint(0, 19)}.png)\n",
        f"- {words}\n- {words}\n    1. {words}\n    2. :fontawesome-regular-face-smile: {words}\n",
        f'=== "One"\n\n    {words}\n\n=== "Two"\n\n    {words}\n',
        f"```python\n{lines}\n{lines}\n```\n",
        f'Term\n:   {words}\n\n??? tip "{words}"\n\n    {words}\n',
    )
    return blocks[part % len(blocks)]

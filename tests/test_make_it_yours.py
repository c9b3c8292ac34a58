"""What somebody changes who makes the site theirs stands in one place."""

import re
from pathlib import Path

from scripts.contrast import read_schemes

ROOT = Path(__file__).parents[1]
OVERRIDES = ROOT / "overrides"


def test_the_name_stands_in_one_place_and_in_prose() -> None:
    config = (ROOT / "mkdocs.yml").read_text()
    [name] = re.findall(r"^site_name: (.+)$", config, re.MULTILINE)
    shown = [*OVERRIDES.rglob("*.html"), *OVERRIDES.rglob("*.svg"), *ROOT.glob("docs/_data/*.yml")]
    assert len(shown) > 20
    with_name = [
        path.relative_to(ROOT).as_posix() for path in shown if name in _without_comments(path)
    ]
    assert with_name == []


def test_the_bar_of_a_browser_has_the_colour_of_the_paper() -> None:
    schemes = read_schemes((OVERRIDES / "assets/stylesheets/bounce-back.css").read_text())
    said = re.findall(
        r'name="theme-color" media="\(prefers-color-scheme: (\w+)\)" content="([^"]+)"',
        (OVERRIDES / "main.html").read_text(),
    )
    assert dict(said) == {name: colours["paper"] for name, colours in schemes.items()}


def _without_comments(path: Path) -> str:
    return re.sub(r"\{#.*?#\}|^#.*?$", "", path.read_text(), flags=re.DOTALL | re.MULTILINE)

"""The recipes of CONTRIBUTING.md, followed to the letter on a copy of the real content."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guidekit.content.site import load_site
from guidekit.rules.catalogue import check_site

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text()
# A heading, and the page in the first Markdown fence below it.
RECIPES = {
    match["kind"]: match["page"]
    for match in re.finditer(
        r"^## An? (?P<kind>email|checklist|guide)$.*?"
        r"^(?P<mark>`{3,})markdown\n(?P<page>.*?)^(?P=mark)$",
        TEXT,
        re.DOTALL | re.MULTILINE,
    )
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))


@pytest.mark.parametrize("kind", ["email", "checklist", "guide"])
def test_the_recipe_pasted_as_it_is_passes_the_check(kind: str, docs: Path) -> None:
    (docs / f"{kind}s" / "from-the-recipe.md").write_text(RECIPES[kind])
    found = check_site(load_site(docs, "docs"))
    assert [problem for problem in found if "from-the-recipe" in problem.span.path] == []


@pytest.mark.parametrize("kind", ["email", "checklist", "guide"])
def test_the_command_of_the_recipe_writes_a_file_that_lacks_only_words(
    kind: str, docs: Path
) -> None:
    [title] = re.findall(rf'`\.venv/bin/guidekit new {kind} "([^"]+)"`', TEXT)
    command = [sys.executable, "-m", "guidekit", "new", kind, title]
    done = subprocess.run(command, cwd=docs.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    path = re.search(r"Wrote (\S+)\.\n", done.stdout)
    assert path is not None
    found = [each for each in check_site(load_site(docs, "docs")) if each.span.path == path[1]]
    assert {problem.code for problem in found} == {"PAGE103"}


def test_a_title_that_is_taken_is_wrong_usage(docs: Path) -> None:
    command = [sys.executable, "-m", "guidekit", "new", "email", "Thank them for the interview"]
    done = subprocess.run(command, cwd=docs.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "docs/emails/thank-you.md has this title already" in done.stderr


def test_what_the_page_links_to_is_there() -> None:
    links = re.findall(r"\]\(((?!https?:|#|\.\./)[^)\s]+)\)", TEXT)
    assert links
    assert [link for link in links if not (ROOT / link.partition("#")[0]).exists()] == []

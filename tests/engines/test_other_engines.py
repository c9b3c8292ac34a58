"""The same content built by two other engines has the same interactive blocks.

MkDocs 1.x has no maintainer and the theme's life is limited; this holds the site to what
ProperDocs and Zensical can build as well.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
BLOCK = re.compile(
    r"<(?P<tag>task-checklist|reflect-questions|email-template)\b.*?</(?P=tag)>", re.DOTALL
)
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project's content, theme and configuration."""
    root = tmp_path_factory.mktemp("engines")
    shutil.copytree(PROJECT / "docs", root / "docs")
    shutil.copytree(PROJECT / "overrides", root / "overrides")
    shutil.copy(PROJECT / "mkdocs.yml", root / "mkdocs.yml")
    return root


def _run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        timeout=180,
    )


def _blocks(site: Path) -> dict[str, list[str]]:
    """Return the interactive blocks of every page that has any.

    Zensical takes out the attribute that keeps words from its search when it has heeded it.
    """
    pages = {
        page.relative_to(site).as_posix(): [
            match[0].replace(' data-search-exclude=""', "")
            for match in BLOCK.finditer(page.read_text())
        ]
        for page in sorted(site.rglob("*.html"))
    }
    return {name: blocks for name, blocks in pages.items() if blocks}


@pytest.fixture(scope="module")
def expected(project: Path) -> dict[str, list[str]]:
    """Return the blocks as MkDocs builds them."""
    site = project / "by-mkdocs"
    done = _run(project, sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site))
    assert done.returncode == 0, done.stderr
    blocks = _blocks(site)
    assert len(blocks) >= 13
    return blocks


def test_properdocs_builds_the_same_blocks(project: Path, expected: dict[str, list[str]]) -> None:
    site = project / "by-properdocs"
    command = (str(BIN / "properdocs"), "build", "--strict", "-f", "mkdocs.yml", "-d", str(site))
    done = _run(project, *command)
    assert done.returncode == 0, done.stderr
    assert _blocks(site) == expected


def test_zensical_builds_the_same_blocks(project: Path, expected: dict[str, list[str]]) -> None:
    done = _run(project, str(BIN / "zensical"), "build", "-f", "mkdocs.yml")
    assert done.returncode == 0, done.stderr + done.stdout
    assert _blocks(project / "site") == expected


def test_zensical_pages_have_our_theme_and_words(project: Path) -> None:
    done = _run(project, str(BIN / "zensical"), "build", "-f", "mkdocs.yml")
    assert done.returncode == 0, done.stderr + done.stdout
    page = (project / "site/emails/thank-you/index.html").read_text()
    assert "assets/stylesheets/bounce-back.css" in page
    assert "Thank them for the interview</h1>" in page
    assert '"copy_email":"Copy email"' in page


def test_properdocs_stops_on_what_the_check_reports(project: Path, tmp_path: Path) -> None:
    root = shutil.copytree(project, tmp_path / "faulty")
    page = root / "docs/emails/thank-you.md"
    page.write_text(page.read_text().replace("{{role}}", "{{rol}}"))
    command = (str(BIN / "properdocs"), "build", "--strict", "-f", "mkdocs.yml", "-d", "out")
    done = _run(root, *command)
    assert done.returncode == 1
    assert "MAIL102 unknown-placeholder" in done.stderr
    assert "Traceback" not in done.stderr

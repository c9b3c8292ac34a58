"""The build stops on what the check reports, and shows no raw source."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sites import email_page, write_site

PROJECT = Path(__file__).parents[2]


def make_project(root: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """Make a project of the small site with the real configuration and theme."""
    docs = write_site(root, files)
    for name in ("index", "plan", "now"):
        (docs / f"{name}.md").write_text(
            f"---\ntitle: Page {name}\ndescription: About {name}.\nstage: plan\n"
            f"reviewed: 2026-11-23\n---\n\nWords.\n"
        )
    shutil.copy(PROJECT / "docs/_data/strings.yml", docs / "_data/strings.yml")
    shutil.copy(PROJECT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(PROJECT / "overrides", root / "overrides")
    return root


def _build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", *options],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        timeout=120,
    )


def test_clean_site_builds_strictly(tmp_path: Path) -> None:
    done = _build(make_project(tmp_path), "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "site/emails/thanks/index.html").is_file()
    # Only finishing adds these: while somebody writes, no worker keeps an old page.
    assert 'rel="manifest"' not in (tmp_path / "site/index.html").read_text()
    assert not (tmp_path / "site/sw.js").exists()


FAULTS = {
    "unknown placeholder": email_page("Subject: Thanks\n\nThe {{rol}} role."),
    "broken yaml": "---\ntitle: After: the first hour\n---\n\nWords.\n",
    "unknown key": email_page("Subject: Thanks\n\nHello").replace("stage:", "stag:"),
    "unclosed fence": email_page("Subject: Thanks\n\nHello").rstrip().removesuffix("```"),
    "empty file": "",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_strict_build_stops_with_the_line_of_the_check(fault: str, tmp_path: Path) -> None:
    done = _build(make_project(tmp_path, {"emails/faulty.md": FAULTS[fault]}), "--strict")
    assert done.returncode == 1
    assert "docs/emails/faulty.md:" in done.stderr
    assert "help: " in done.stderr
    assert "Traceback" not in done.stderr


def test_file_that_is_not_utf8_stops_the_build_without_a_traceback(tmp_path: Path) -> None:
    done = _build(make_project(tmp_path, {"emails/faulty.md": b"\xff\xfe"}), "--strict")
    assert done.returncode == 1
    assert "docs/emails/faulty.md:1:1: FILE002 not-utf8" in done.stderr
    assert "Traceback" not in done.stderr


def test_lenient_build_shows_a_mistake_instead_of_raw_source(tmp_path: Path) -> None:
    faulty = email_page("Tune: warm\n\nHello {{recruiter_name}},")
    done = _build(make_project(tmp_path, {"emails/faulty.md": faulty}))
    assert done.returncode == 0
    html = (tmp_path / "site/emails/faulty/index.html").read_text()
    assert "This part of the page has a mistake" in html
    assert "Tune: warm" not in html

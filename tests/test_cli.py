"""The command line as a writer uses it: real processes, real files, exit statuses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sites import email_page, write_site


def _run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "guidekit", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


FAULTY = {"emails/thank-you.md": email_page("Subject: Thanks\n\nThe {{rol}} role.")}
EXPECTED = (
    "docs/emails/thank-you.md:12:5: MAIL102 unknown-placeholder: `rol` is not a known field\n"
    "  help: write {{role}}, or add `rol` to docs/_data/fields.yml\n"
)


def test_clean_site_exits_with_0_and_says_so(tmp_path: Path) -> None:
    write_site(tmp_path)
    done = _run("check", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "No problems found.\n")


def test_problem_exits_with_1_and_prints_two_lines(tmp_path: Path) -> None:
    write_site(tmp_path, FAULTY)
    done = _run("check", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, EXPECTED, "Found 1 error.\n")


@pytest.mark.parametrize("path", ["docs", ".", "docs/emails", "docs/emails/thank-you.md"])
def test_a_path_narrows_what_is_reported(path: str, tmp_path: Path) -> None:
    write_site(tmp_path, FAULTY)
    assert _run("check", path, cwd=tmp_path).stdout == EXPECTED


def test_problems_elsewhere_are_not_reported(tmp_path: Path) -> None:
    write_site(tmp_path, FAULTY)
    assert _run("check", "docs/guides", cwd=tmp_path).returncode == 0


def test_json_goes_to_standard_output_alone(tmp_path: Path) -> None:
    write_site(tmp_path, FAULTY)
    done = _run("check", "--format", "json", cwd=tmp_path)
    assert [problem["code"] for problem in json.loads(done.stdout)] == ["MAIL102"]
    assert done.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [["check", "nowhere"], ["check", "--format", "xml"], ["links", "nowhere"], [], ["fly"]],
)
def test_wrong_usage_exits_with_2_and_no_traceback(arguments: list[str], tmp_path: Path) -> None:
    write_site(tmp_path)
    done = _run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_folder_without_content_is_wrong_usage(tmp_path: Path) -> None:
    done = _run("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "run guidekit in the project's folder" in done.stderr


def test_rules_prints_every_code(tmp_path: Path) -> None:
    from guidekit.registry import families

    done = _run("rules", cwd=tmp_path)
    assert done.returncode == 0
    codes = {rule.code for family in families() for rule in family.rules}
    assert codes <= set(done.stdout.split())


def test_links_finds_a_missing_page_in_a_built_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(
        "<!doctype html><title>x</title>\n<a href='about/'>About</a>\n"
    )
    done = _run("links", "site", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("site/index.html:2:")
    assert "about/" in done.stdout

"""The one issue that the weekly check of web links keeps."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REPORT = "site/index.html:2:4: LINK601 dead-link: `https://example.org/x` answers 404 Not Found\n"

# Stands in for `gh`: lists the issues it is told of, and writes down what it is asked to do.
_GH = f"""\
#!{sys.executable}
import json, os, sys
with open(os.environ["ASKED"], "a") as file:
    given = sys.stdin.read() if "-" in sys.argv else ""
    file.write(json.dumps([sys.argv[1:], given]) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["ISSUES"])
sys.exit(int(os.environ.get("FAILS", "0")))
"""


class Host:
    """A code host with some open issues."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "gh").write_text(_GH)
        (folder / "gh").chmod(0o755)

    def run(
        self, report: str, issues: list[int], **more: str
    ) -> tuple[subprocess.CompletedProcess[str], list[tuple[str, str]]]:
        """Return how the script ended, and what it asked of `gh` after the list of issues."""
        (self._folder / "report.txt").write_text(report)
        asked = self._folder / "asked"
        asked.unlink(missing_ok=True)
        listed = json.dumps([{"number": number} for number in issues])
        path = f"{self._folder}:{os.environ['PATH']}"
        done = subprocess.run(
            [sys.executable, ROOT / "scripts/web_links_issue.py", self._folder / "report.txt"],
            env={"PATH": path, "ISSUES": listed, "ASKED": str(asked), **more},
            capture_output=True,
            text=True,
            check=False,
        )
        calls = [json.loads(line) for line in asked.read_text().splitlines()]
        assert " ".join(calls[0][0]) == "issue list --state open --label web links --json number"
        return done, [(" ".join(arguments), given) for arguments, given in calls[1:]]


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path)


def test_issue_is_opened_with_what_was_found(host: Host) -> None:
    done, (label, (created, body)) = host.run(REPORT, [])
    assert done.returncode == 0
    assert label[0].startswith("label create web links ")
    assert created == (
        "issue create --title Web links that need a look --label web links --body-file -"
    )
    assert body.endswith(f"\n~~~~text\n{REPORT}~~~~\n")


def test_open_issue_is_updated_and_no_other_opened(host: Host) -> None:
    _, calls = host.run(REPORT, [12, 7])
    ((edited, body),) = calls
    assert edited == "issue edit 7 --body-file -"
    assert REPORT in body


def test_issue_is_closed_when_all_is_well(host: Host) -> None:
    _, calls = host.run("", [7])
    assert calls == [("issue close 7 --comment Every link answers as it should.", "")]


def test_nothing_happens_when_all_is_well_and_no_issue_is_open(host: Host) -> None:
    assert host.run("", [])[1] == []


def test_run_is_linked_to(host: Host) -> None:
    run = {"GITHUB_SERVER_URL": "https://h", "GITHUB_REPOSITORY": "a/b", "GITHUB_RUN_ID": "5"}
    _, ((_, body),) = host.run(REPORT, [7], **run)
    assert "(https://h/a/b/actions/runs/5)" in body


def test_long_report_is_cut_at_a_line(host: Host) -> None:
    _, ((_, body),) = host.run(REPORT * 1_000, [7])
    assert len(body) < 65_000
    assert body.endswith("Not Found\n... and more: `make web-links` shows all of it.\n~~~~\n")


def test_failure_of_the_host_is_a_failure(host: Host) -> None:
    assert host.run(REPORT, [], FAILS="1")[0].returncode == 1


def test_workflow_is_pinned_and_has_no_rights_but_those_it_says() -> None:
    workflow = (ROOT / ".github/workflows/links.yml").read_text()
    uses = re.findall(r"uses: (\S+)( # v[\d.]+)?", workflow)
    assert uses
    assert all(re.search(r"@[0-9a-f]{40}$", action) and version for action, version in uses)
    assert "\npermissions: {}\n" in workflow
    assert workflow.count("write") == 2  # the right to write issues, and why it is apart
    assert "pull_request" not in workflow
    commands = re.findall(r"run: (.*)", workflow)
    assert all(re.fullmatch(r"make [\w-]+( REPORT=\S+)?", command) for command in commands)


def test_no_address_is_ignored_for_ever() -> None:
    import datetime

    from guidekit.content.ignored import read_ignored

    entries, problems = read_ignored(ROOT / "docs/_data/ignored-links.yml")
    assert problems == []
    longest = datetime.date.today() + datetime.timedelta(days=400)  # noqa: DTZ011
    assert all(entry.until < longest for entry, _ in entries)

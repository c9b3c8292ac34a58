"""Open, update or close the one issue that lists the web links that need a look.

    python3 scripts/web_links_issue.py REPORT

REPORT is what `guidekit links --external` printed. `gh` does the rest, in the repository and
with the rights that it finds in its environment. The issue is known by its label, which only
those who look after the repository can give.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

TITLE = "Web links that need a look"
LABEL = "web links"
_LONGEST = 60_000  # characters; a code host takes 65,536

_INTRODUCTION = """\
The weekly check asked every web address that the site links to. What it found is below; this \
issue is kept up to date, and closes itself once all is well.

- **Errors** stop a reader: replace or remove these links.
- **Warnings** are what a reader gets past. Open them in a browser. If a link works for people \
but not for programs, list it in `docs/_data/ignored-links.yml` with a reason and a last day.
"""


def main(arguments: list[str]) -> int:
    """Bring the issue in line with the report; returns the exit status."""
    if len(arguments) != 1:
        print("usage: web_links_issue.py REPORT", file=sys.stderr)
        return 2
    report = Path(arguments[0]).read_text(encoding="utf-8").strip()
    number = find_issue()
    if report:
        write_issue(number, compose(report, run_url()))
    elif number:
        comment = "Every link answers as it should."
        run_gh("issue", "close", str(number), "--comment", comment)
    return 0


def find_issue() -> int | None:
    """Return the number of the open issue, None when there is none."""
    listed = run_gh("issue", "list", "--state", "open", "--label", LABEL, "--json", "number")
    numbers = [issue["number"] for issue in json.loads(listed)]
    return min(numbers, default=None)


def write_issue(number: int | None, body: str) -> None:
    """Write the body of the issue, which is opened when `number` is None."""
    if number:
        run_gh("issue", "edit", str(number), "--body-file", "-", given=body)
        return
    about = "Kept by the weekly check of web links"
    run_gh("label", "create", LABEL, "--description", about, "--force")
    command = ("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", "-")
    run_gh(*command, given=body)


def compose(report: str, run: str | None) -> str:
    """Return the body of the issue. Nothing in the report can end its fence or call anybody."""
    if len(report) > _LONGEST:
        shown = report[:_LONGEST].rpartition("\n")[0]
        report = f"{shown}\n... and more: `make web-links` shows all of it."
    source = f"\n[The run that found them]({run})\n" if run else ""
    return f"{_INTRODUCTION}{source}\n~~~~text\n{report}\n~~~~\n"


def run_url() -> str | None:
    """Return the address of the run of the workflow, None outside of one."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID")
    server, repository, run = (os.environ.get(name) for name in names)
    return f"{server}/{repository}/actions/runs/{run}" if server and repository and run else None


def run_gh(*arguments: str, given: str | None = None) -> str:
    """Run `gh`, with `given` as its standard input; returns what it printed."""
    done = subprocess.run(
        ["gh", *arguments], input=given, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

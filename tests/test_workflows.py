"""What runs on the code host: only our own commands, with nothing they do not need."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).parents[1] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(
    set((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) - {GITHUB / "ISSUE_TEMPLATE/config.yml"}
)
ZIZMOR = Path(sys.executable).with_name("zizmor")


def _read(file: Path) -> dict[Any, Any]:
    return yaml.safe_load(file.read_text())


def _audit(folder: Path) -> int:
    command = [ZIZMOR, "--quiet", "--offline", "--strict-collection", "--persona", "pedantic"]
    return subprocess.run([*command, folder], capture_output=True, check=False).returncode


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflow_only_calls_make_and_pinned_actions(file: Path) -> None:
    workflow = _read(file)
    assert workflow["permissions"] == {}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert steps
    for step in steps:
        if "uses" in step:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]), step
        else:
            assert all(line.startswith("make ") for line in step["run"].strip().splitlines()), step


def test_workflows_call_commands_that_exist() -> None:
    commands = re.findall(
        r"^([a-z-]+):.*## ", (GITHUB.parent / "Makefile").read_text(), re.MULTILINE
    )
    called = {name for file in WORKFLOWS for name in re.findall(r"make ([a-z-]+)", _jobs(file))}
    assert called
    assert called <= set(commands)


def _jobs(file: Path) -> str:
    return file.read_text().partition("\njobs:")[2]


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_form_asks_for_something_and_says_what(file: Path) -> None:
    form = _read(file)
    assert form["name"]
    assert form["description"]
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked)
    assert all(part["attributes"]["label"] for part in asked)
    assert any(part.get("validations", {}).get("required") for part in asked)


def test_there_is_a_form_for_each_thing_a_reader_may_bring() -> None:
    assert {form.stem for form in FORMS} >= {
        "something-is-wrong",
        "an-email-i-miss",
        "a-source-to-add",
    }


@pytest.mark.parametrize(
    ("change", "to"),
    [
        (r"@[0-9a-f]{40} # \S+", "@v4"),
        (r"permissions: \{\}", "permissions: write-all"),
        (r"jobs:", "jobs: ["),
        (r"make check FORMAT=github", "echo ${{ github.event.pull_request.title }}"),
    ],
    ids=["unpinned", "too many permissions", "not to be parsed", "injection"],
)
def test_the_audit_finds_a_workflow_that_is_not_safe(change: str, to: str, tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    copy = folder / "check.yml"
    shutil.copy(GITHUB / "workflows/check.yml", copy)
    assert _audit(tmp_path) == 0
    changed = re.sub(change, lambda _: to, copy.read_text())
    assert changed != copy.read_text()
    copy.write_text(changed)
    assert _audit(tmp_path) != 0

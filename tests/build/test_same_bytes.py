"""The same commit gives the same bytes: on another day, in another folder, in another time zone."""

import os
import subprocess
import sys
from pathlib import Path

from tests.build.test_strict_build import make_project
from tests.finish.sites import contents

# Python runs this before anything else: from then on it is another day.
ANOTHER_DAY = """
import datetime, time_machine
time_machine.travel(datetime.datetime.fromisoformat("{day}"), tick=True).start()
"""
COMMITTED = "1764000000"


def _build(folder: Path, day: str, zone: str) -> dict[str, bytes]:
    folder.mkdir(parents=True)
    clock = folder / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(ANOTHER_DAY.format(day=day))
    project = folder / "project"
    project.mkdir()
    make_project(project)
    environment = {
        **os.environ,
        "PYTHONPATH": str(clock),
        "TZ": zone,
        "SOURCE_DATE_EPOCH": COMMITTED,
        "NO_MKDOCS_2_WARNING": "1",
    }
    for command in (("mkdocs", "build", "--quiet", "--strict"), ("guidekit", "finish", "site")):
        subprocess.run(
            [sys.executable, "-m", *command], cwd=project, env=environment, check=True, timeout=300
        )
    return contents(project / "site")


def test_the_same_commit_gives_the_same_bytes(tmp_path: Path) -> None:
    one = _build(tmp_path / "one", "2026-12-01T09:00:00+00:00", "UTC")
    two = _build(tmp_path / "two/deeper", "2027-06-30T23:30:00+00:00", "Pacific/Kiritimati")
    assert len(one) > 50
    assert {path for path in one.keys() | two.keys() if one.get(path) != two.get(path)} == set()

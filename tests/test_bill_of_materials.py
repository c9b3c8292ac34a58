"""The lists of what we depend on are held to the locks."""

import json
from pathlib import Path

import pytest

from scripts.bill_of_materials import (
    NPM_LOCKS,
    OUTPUT,
    locked_in_npm,
    locked_in_python,
    tell,
)

LOCKS = sorted((Path(__file__).parents[1] / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_of_a_python_lock_is_counted_and_has_hashes(lock: Path) -> None:
    text = lock.read_text()
    entries = [line for line in text.splitlines() if line[:1] not in {"", " ", "#"}]
    assert len(locked_in_python(text)) == len(entries) > 0
    assert all(entry.endswith("\\") for entry in entries)


def test_the_locks_that_go_into_one_environment_agree() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in locked_in_python(lock.read_text()):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_every_package_of_an_npm_lock_is_counted() -> None:
    for folder in NPM_LOCKS.values():
        lock = (folder / "package-lock.json").read_text()
        assert 0 < len(locked_in_npm(lock)) <= lock.count('"integrity"')
    nested = {"": {}, "node_modules/a/node_modules/@b/c": {"version": "1.0"}}
    assert locked_in_npm(json.dumps({"packages": nested})) == {("@b/c", "1.0")}


def test_a_list_that_is_not_that_of_the_lock_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("scripts.bill_of_materials.ROOT", tmp_path)
    parts = [{"name": "a", "version": "1"}, {"group": "@b", "name": "c", "version": "2"}]
    file = tmp_path / OUTPUT.name
    file.write_text(json.dumps({"components": parts}))
    assert tell(file, {("a", "1"), ("@b/c", "2")})
    assert capsys.readouterr().out == "sbom: 2 components\n"
    assert not tell(file, {("a", "1"), ("d", "3")})
    assert capsys.readouterr().err == ("  @b/c 2 is not in its lock\n  d 3 is not in this file\n")

"""What is kept between two runs: whole and of this version, or not there."""

import sys
from pathlib import Path

import pytest

from guidekit.store import Store, code_version

VALUE = {"a": (1, "é", b"\xff", None, frozenset({"x"})), "b": [1.5, True, "\udc80"]}


def test_value_comes_back(tmp_path: Path) -> None:
    Store(tmp_path / "new/folder", b"1").save("links", VALUE)
    assert Store(tmp_path / "new/folder", b"1").load("links") == VALUE
    assert sorted(path.name for path in (tmp_path / "new/folder").iterdir()) == [
        ".gitignore",
        "links",
    ]


def test_value_of_another_version_is_not_there(tmp_path: Path) -> None:
    Store(tmp_path, b"1").save("links", VALUE)
    assert Store(tmp_path, b"2").load("links") is None
    assert Store(tmp_path, b"1").load("pages") is None


def test_every_damage_is_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path, b"1")
    store.save("links", VALUE)
    whole = (tmp_path / "links").read_bytes()
    for place in range(len(whole)):
        (tmp_path / "links").write_bytes(whole[:place])
        assert store.load("links") is None
        changed = bytes([whole[place] ^ 1])
        (tmp_path / "links").write_bytes(whole[:place] + changed + whole[place + 1 :])
        assert store.load("links") is None
    store.save("links", VALUE)
    assert store.load("links") == VALUE


def test_place_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file/below", b"1")
    store.save("links", VALUE)
    assert store.load("links") is None


def test_version_changes_with_the_code_and_the_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "code").mkdir()
    (tmp_path / "code/a.py").write_text("1")
    (tmp_path / "b.py").write_text("2")
    sources = [tmp_path / "code", tmp_path / "b.py"]
    versions = [code_version(sources), code_version(sources)]
    (tmp_path / "code/a.py").write_text("3")
    versions.append(code_version(sources))
    monkeypatch.setattr(sys, "version", "4")
    versions.append(code_version(sources))
    assert versions[0] == versions[1]
    assert len(set(versions)) == 3

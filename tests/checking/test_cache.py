"""The cache: quick, and never seen in what is found."""

import subprocess
import sys
from pathlib import Path

import pytest

from guidekit.checking import CACHE_FOLDER, check_docs
from tests.support.sites import email_page, page, write_site

FAULTY = {
    "emails/x.md": email_page("Subject: Thanks\n\nThe {{rol}} role."),
    "guides/x.md": page("My favorite list: [here](gone.md).\n", next="[plan.md]"),
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return the small site with faults of several kinds."""
    return write_site(tmp_path, FAULTY)


def _kept(docs: Path) -> Path:
    return docs.parent / CACHE_FOLDER / "check"


def test_second_run_finds_the_same_without_the_model(docs: Path) -> None:
    first = check_docs(docs)
    assert first == check_docs(docs, use_cache=False)
    code = (
        "import sys; from pathlib import Path; from guidekit.checking import check_docs\n"
        "found = check_docs(Path(sys.argv[1]))\n"
        "assert 'pydantic' not in sys.modules and 'yaml' not in sys.modules\n"
        "print(len(found))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, docs], capture_output=True, text=True, check=False
    )
    assert (done.stderr, done.stdout) == ("", f"{len(first)}\n")


def test_a_change_is_seen_and_going_back_too(docs: Path) -> None:
    first = check_docs(docs)
    file = docs / "guides/x.md"
    text = file.read_text()
    file.write_text(text.replace("favorite", "favourite"))
    changed = check_docs(docs)
    assert changed == check_docs(docs, use_cache=False) != first
    file.write_text(text)
    assert check_docs(docs) == first


def test_a_file_more_or_less_is_seen(docs: Path) -> None:
    before = check_docs(docs)
    (docs / "guides/run.js").write_text("alert(1)")
    assert len(check_docs(docs)) == len(before) + 1
    (docs / "guides/run.js").unlink()
    assert check_docs(docs) == before
    (docs / "guides/first.md").rename(docs / "guides/second.md")
    assert check_docs(docs) == check_docs(docs, use_cache=False)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0" * 100, b'[1, 2, "x"]', "half"])
def test_a_damaged_cache_changes_nothing(damage: bytes | str, docs: Path) -> None:
    expected = check_docs(docs)
    kept = _kept(docs)
    data = kept.read_bytes()
    kept.write_bytes(data[: len(data) // 2] if isinstance(damage, str) else damage)
    assert check_docs(docs) == expected
    assert kept.read_bytes() != damage


def test_a_folder_that_cannot_be_written_changes_nothing(docs: Path) -> None:
    (docs.parent / ".cache").write_text("a file in the way")
    assert check_docs(docs) == check_docs(docs, use_cache=False)


def test_another_program_does_not_take_the_result(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_docs(docs)
    monkeypatch.setattr("sys.version", "another Python")
    kept = _kept(docs).read_bytes()
    check_docs(docs)
    assert _kept(docs).read_bytes() != kept

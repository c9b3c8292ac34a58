"""Bytes that are no page: each ends in one line that says where and what to do."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidekit.content.reading import MAX_BYTES, MAX_LINE, decode_source
from guidekit.diagnostics import Span
from tests.support.sites import check, page, write_site

PAGE = page("- [ ] One {#one}\n").encode()


def _codes(tmp_path: Path, data: bytes) -> set[str]:
    return {problem.code for problem in check(tmp_path, {"checklists/x.md": data})}


def test_bad_utf8_is_named_with_line_and_column() -> None:
    source, problems = decode_source("---\ntitle: Zoë".encode() + b"\xff\n", "docs/x.md")
    assert source is None
    assert problems[0].code == "FILE002"
    assert problems[0].span == Span("docs/x.md", 2, 11)
    assert problems[0].message == "byte 0xff is not UTF-8"


def test_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    assert _codes(tmp_path, b"\xef\xbb\xbf" + PAGE) == set()


def test_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    assert _codes(tmp_path, PAGE.replace(b"\n", b"\r\n")) == set()


@pytest.mark.parametrize("data", [b"", b" \n\n"])
def test_empty_file_is_reported(data: bytes, tmp_path: Path) -> None:
    assert _codes(tmp_path, data) == {"FILE004"}


def test_too_large_file_is_not_read(tmp_path: Path) -> None:
    assert _codes(tmp_path, b"x\n" * (MAX_BYTES // 2 + 1)) == {"FILE005"}


def test_very_long_line_is_reported_once(tmp_path: Path) -> None:
    assert _codes(tmp_path, PAGE + b"[" * (10 * MAX_LINE)) == {"FILE006"}


def test_control_character_is_named_with_its_place(tmp_path: Path) -> None:
    found = check(tmp_path, {"checklists/x.md": PAGE + b"\nab\x00c\n"})
    assert [(p.code, p.span.line, p.span.column) for p in found] == [("FILE007", 10, 3)]
    assert found[0].message == "invisible control character U+0000"


def test_text_that_reorders_what_is_read_is_reported(tmp_path: Path) -> None:
    assert _codes(tmp_path, PAGE + "\n\u202eabc\n".encode()) == {"FILE007"}


@pytest.mark.parametrize(
    "line", ["[" * 600, "> " * 30, "- " * 30, "  " * 50 + "- deep", "![](" * 600]
)
def test_nesting_that_would_hang_the_build_is_reported(line: str, tmp_path: Path) -> None:
    assert _codes(tmp_path, PAGE + line.encode()) == {"FILE008"}


def test_symlink_out_of_docs_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_bytes(PAGE)
    docs = write_site(tmp_path / "site")
    (docs / "guides" / "linked.md").symlink_to(secret)
    found = check(tmp_path / "site")
    assert [(p.code, p.span.path) for p in found] == [("FILE003", "docs/guides/linked.md")]


def test_linked_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "page.md").write_bytes(PAGE)
    docs = write_site(tmp_path / "site")
    (docs / "extra").symlink_to(tmp_path / "outside", target_is_directory=True)
    found = check(tmp_path / "site")
    assert [(p.code, p.span.path) for p in found] == [("FILE003", "docs/extra")]


def test_dangling_symlink_is_reported(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    (docs / "guides" / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert [p.code for p in check(tmp_path)] == ["FILE003"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_reported(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    (docs / "guides" / "locked.md").write_bytes(PAGE)
    (docs / "guides" / "locked.md").chmod(0)
    assert [p.code for p in check(tmp_path)] == ["FILE001"]


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_problem(data: bytes) -> None:
    source, problems = decode_source(data, "docs/x.md")
    assert source is not None or problems

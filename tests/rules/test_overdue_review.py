"""Pages on law are looked at once a year."""

from datetime import date
from pathlib import Path

import pytest

from guidekit.content.site import load_site
from guidekit.diagnostics import Severity
from guidekit.rules.overdue_review import check
from tests.support.sites import base_file, page, write_site


def _found(
    tmp_path: Path, kind: str, today: date, words: str = "You may ask. [@known2020]"
) -> list[str]:
    sources = base_file("_data/sources.yml").replace("kind: rct", f"kind: {kind}")
    guide = page(f"{words}\n", next="[checklists/first.md]")
    files: dict[str, str | bytes] = {"_data/sources.yml": sources, "guides/law.md": guide}
    site = load_site(write_site(tmp_path, files), "docs", today)
    return [
        f"{problem.span.path}:{problem.span.line}: {problem.message}" for problem in check(site)
    ]


def test_page_on_law_is_overdue_after_a_year(tmp_path: Path) -> None:
    found = _found(tmp_path, "statute or regulation", date(2027, 11, 24))
    message = "last reviewed 2026-11-23, and it rests on law, officials or helplines"
    assert f"docs/guides/law.md:5: {message}" in found


def test_page_on_law_is_not_overdue_within_the_year(tmp_path: Path) -> None:
    assert _found(tmp_path, "statute or regulation", date(2027, 11, 23)) == []


def test_page_on_research_is_overdue_too_and_the_message_is_milder(tmp_path: Path) -> None:
    found = _found(tmp_path, "rct", date(2027, 11, 24))
    assert "docs/guides/law.md:5: last reviewed 2026-11-23" in found


def test_a_review_that_is_overdue_stops_nothing(tmp_path: Path) -> None:
    site = load_site(write_site(tmp_path), "docs", date(2028, 1, 1))
    assert {problem.severity for problem in check(site)} == {Severity.WARNING}


@pytest.mark.parametrize(
    "words",
    [
        "In an emergency, call 999.",
        "To talk, ring Samaritans on 116 123.",
        "Call HEAL on 15555, from 8 am.",
        "Their number is 020 7946 0000.",
    ],
)
def test_telephone_numbers_grow_old_like_law(tmp_path: Path, words: str) -> None:
    found = _found(tmp_path, "rct", date(2027, 11, 24), words)
    message = "last reviewed 2026-11-23, and it rests on law, officials or helplines"
    assert f"docs/guides/law.md:5: {message}" in found
    assert _found(tmp_path, "rct", date(2027, 11, 23), words) == []


@pytest.mark.parametrize(
    "words",
    [
        "They called on 12 November 2026.",
        "Call three people. Then write 250 words.",
        "Ring them, and write at most 300 characters.",
        "The number of studies was 47.",
    ],
)
def test_other_numbers_are_no_telephone_numbers(tmp_path: Path, words: str) -> None:
    found = _found(tmp_path, "rct", date(2040, 1, 1), words)
    assert "docs/guides/law.md:5: last reviewed 2026-11-23" in found

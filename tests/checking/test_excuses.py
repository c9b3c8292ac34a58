"""Excuses: what a comment covers, what it cannot cover, and what becomes of it."""

from pathlib import Path

import pytest

from guidekit.build.generated import GENERATORS
from guidekit.content.comments import REQUESTS
from tests.support.sites import check, page

EXCUSE = "<!-- guidekit: allow LINK101 because it comes soon -->"
BROKEN = "See [the list](gone.md)."


def _found(tmp_path: Path, body: str) -> list[tuple[int, str]]:
    files = {"guides/x.md": page(body, next="[checklists/first.md]")}
    return [(problem.span.line, problem.code) for problem in check(tmp_path, files)]


def test_excuse_covers_the_block_below_it_and_no_more(tmp_path: Path) -> None:
    body = f"Words.\n\n{EXCUSE}\n{BROKEN}\n{BROKEN}\n\n{BROKEN}\n"
    assert _found(tmp_path, body) == [(15, "LINK101")]


def test_empty_lines_may_stand_between(tmp_path: Path) -> None:
    assert _found(tmp_path, f"Words.\n\n{EXCUSE}\n\n\n{BROKEN}\n") == []


def test_excuse_above_everything_covers_the_page(tmp_path: Path) -> None:
    assert _found(tmp_path, f"{EXCUSE}\n\n{BROKEN}\n\n{BROKEN}\n") == []


def test_excuse_covers_a_whole_fence(tmp_path: Path) -> None:
    allow = "<!-- guidekit: allow MAIL114 because it shows what not to write -->"
    fence = "```email\nSubject: No\n\nHello,\n\nPlease reconsider.\n```"
    assert _found(tmp_path, f"Words.\n\n{allow}\n\n{fence}\n") == []


def test_one_comment_may_excuse_two_rules(tmp_path: Path) -> None:
    allow = "<!-- guidekit: allow LINK101, CITE102 because both come soon -->"
    assert _found(tmp_path, f"Words.\n\n{allow}\n\n{BROKEN} It helped 40% of them.\n") == []


@pytest.mark.parametrize(
    ("comment", "code", "help"),
    [
        ("allow LINK101", "ALLOW101", "write <!-- guidekit: allow CODE because"),
        ("alow LINK101 because x", "ALLOW101", "write <!-- guidekit: allow CODE because"),
        ("source", "ALLOW101", "did you mean <!-- guidekit: sources -->?"),
        ("allow READ201 because x", "ALLOW102", "did you mean READ101 (reading-grade)?"),
        ("allow reading-grade because x", "ALLOW102", "did you mean READ101 (reading-grade)?"),
        ("allow CITE102 because x", "ALLOW103", "remove the comment"),
        ("allow SAFE101 because x", "ALLOW104", "remove the comment, and put right"),
        ("allow META105 because x", "ALLOW104", "remove the comment, and put right"),
    ],
)
def test_excuse_that_is_wrong_is_reported(
    comment: str, code: str, help: str, tmp_path: Path
) -> None:
    files = {"guides/x.md": page(f"<!-- guidekit: {comment} -->\n\nWords.\n", next="[plan.md]")}
    found = [problem for problem in check(tmp_path, files) if problem.code.startswith("ALLOW")]
    assert [problem.code for problem in found] == [code]
    assert found[0].help.startswith(help)
    assert found[0].span.line == 9


def test_excuse_at_the_end_of_a_line_is_reported(tmp_path: Path) -> None:
    assert (9, "ALLOW101") in _found(tmp_path, f"{BROKEN} {EXCUSE}\n")


def test_an_excuse_does_not_reach_another_page(tmp_path: Path) -> None:
    files = {
        "guides/x.md": page(f"{EXCUSE}\n\nWords.\n", next="[checklists/first.md]"),
        "guides/y.md": page(f"{BROKEN}\n", title="Another", description="Another one."),
    }
    codes = {(p.span.path, p.code) for p in check(tmp_path, files)}
    assert ("docs/guides/x.md", "ALLOW103") in codes
    assert ("docs/guides/y.md", "LINK101") in codes


def test_every_list_that_a_page_may_ask_for_is_made() -> None:
    assert set(REQUESTS) == set(GENERATORS)

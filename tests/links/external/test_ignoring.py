"""The list of addresses that are not asked."""

import datetime
from pathlib import Path

from guidekit.content.ignored import read_ignored
from guidekit.diagnostics import Span
from guidekit.links.external import Ignored
from tests.links.external.asking import Asking
from tests.links.external.servers import page, reply, running

TODAY = datetime.date(2027, 1, 15)  # of the clock in these tests


def _entry(url: str, until: str = "2027-01-15", line: int = 1) -> Ignored:
    return Ignored(url, "a reason", datetime.date.fromisoformat(until), Span("list.yml", line, 3))


def test_address_on_the_list_is_not_asked(ask: Asking) -> None:
    with running({"*": reply(status="404 x")}) as server:
        ask.ignored = [_entry(server.url("/x")), _entry(server.url("/many/*"))]
        assert ask(server.url("/x"), server.url("/many/1"), server.url("/many/2#a")) == []
        assert server.asked == []


def test_only_a_star_stands_for_anything(ask: Asking) -> None:
    with running({"*": page()}) as server:
        ask.ignored = [_entry(server.url("/x.y?z"))]
        ask(server.url("/xay"), server.url("/x.y"), server.url("/x.y?zz"), server.url("/x.y?z"))
        assert sorted(server.asked) == ["GET /x.y", "GET /x.y?zz", "GET /xay"]


def test_expired_entry_is_told_and_its_address_asked(ask: Asking) -> None:
    with running({"*": reply(status="404 x")}) as server:
        url = server.url("/x")
        ask.ignored = [_entry(url, "2027-01-14", 7)]
        gone, expired = ask(url)
    assert gone.startswith("1: LINK601 ")
    assert expired == (
        f"7: LINK621 the entry for `{url}` ended on 2027-01-14, so it was asked"
        " | remove it if the link works now; else look again, and give a later day"
    )


def test_entry_that_no_link_needs_is_told(ask: Asking) -> None:
    ask.ignored = [_entry("https://example.org/", line=4)]
    assert ask() == [
        "4: LINK622 no link of the site leads to `https://example.org/` | remove the entry"
    ]


def test_list_is_read_with_the_place_of_each_fault(tmp_path: Path) -> None:
    file = tmp_path / "list.yml"
    file.write_text(
        "- url: https://example.org/*\n"
        "  reason: asks programs to stay away\n"
        "  until: 2027-06-30\n"
        "- url: example.org\n"
        "  reason: x\n"
        "  until: 2027-06-30\n"
        "- url: https://example.org/\n"
        "  until: soon\n"
        "  resaon: x\n"
    )
    entries, problems = read_ignored(file)
    ((entry, span),) = entries
    assert (entry.url, entry.until) == ("https://example.org/*", datetime.date(2027, 6, 30))
    assert (span.line, span.column) == (1, 3)
    assert [(p.span.line, p.span.column, p.code, p.message, p.help) for p in problems] == [
        (
            4,
            8,
            "META105",
            "`url`: `example.org` is not in the form expected",
            "write a web address that begins with https://; `*` stands for anything",
        ),
        (7, 3, "META104", "`reason` is missing", "add a line `reason: ...`"),
        (
            8,
            10,
            "META105",
            "`until`: input should be a valid date or datetime, input is too short",
            "write a date as year-month-day, such as 2026-11-23",
        ),
        (9, 3, "META103", "`resaon` is not a known key", "did you mean `reason`?"),
    ]


def test_list_of_another_form_is_told(tmp_path: Path) -> None:
    file = tmp_path / "list.yml"
    file.write_text("url: https://example.org/\n")
    entries, (problem,) = read_ignored(file)
    assert entries == []
    assert problem.message == "expected a list"

"""Links in the Markdown: each kind of slip is found at its place, with what to type instead."""

from pathlib import Path

import pytest

from tests.support.sites import check, plant

FIRST = "../checklists/first.md"
# name: (what is planted, the column of the finding, its code, part of its help)
SLIPS: dict[str, tuple[str, int, str, str]] = {
    "missing page": ("See [x](../checklists/frist.md).", 5, "LINK101", FIRST),
    "anchor of another page": (f"See [x]({FIRST}#nope).", 5, "LINK101", "heading"),
    "anchor of this page": ("See [x](#nope).", 5, "LINK101", "heading"),
    "image": ("![a picture](../images/none.png)", 1, "LINK101", "inside docs/"),
    "wrong case": ("See [x](../checklists/First.md).", 5, "LINK101", FIRST),
    "wrong depth": ("See [x](checklists/first.md).", 5, "LINK101", FIRST),
    "path from the root": ("See [x](/checklists/first/).", 5, "LINK101", "checklists/first.md"),
    "address of the built page": ("See [x](../checklists/first.html).", 5, "LINK101", FIRST),
    "empty target": ("See [x]().", 5, "LINK101", "[words](page.md)"),
    "nothing but #": ("See [x](#).", 5, "LINK101", "[words](page.md)"),
    "title after a missing page": ('See [x](../checklists/frist.md "T").', 5, "LINK101", FIRST),
    "definition of a missing page": ("[x]\n\n[x]: ../checklists/frist.md", 6, "LINK101", FIRST),
    "image inside a link": ("[![a](none.png)](https://example.org/)", 2, "LINK101", ""),
    "undefined reference": ("See [the law][acas].", 5, "LINK102", "[words](page.md)"),
    "undefined short reference": ("See [the law][].", 5, "LINK102", "[words](page.md)"),
    "undefined footnote": ("It helps.[^1]", 10, "LINK103", "[@id]"),
    "unused definition": ("[acas]: https://www.acas.org.uk/", 1, "LINK104", "[words][label]"),
    "brackets the wrong way round": (f"See (the list)[{FIRST}].", 5, "LINK105", "on one line"),
    "space between the brackets": (f"See [the list] ({FIRST}).", 5, "LINK105", "on one line"),
    "bracket left open": (f"See [the list]({FIRST}", 5, "LINK105", "on one line"),
    "space in the address": ("[a](https://exa mple.org/)", 1, "LINK105", "on one line"),
    "one slash": ("[a](https:/example.org/)", 1, "LINK106", "https://host/path"),
    "two schemes": ("[a](https://https://e.org/)", 1, "LINK106", "`https://e.org/`"),
    "mail address without a host": ("[a](mailto:sam)", 1, "LINK106", "name@example.org"),
    "telephone number in letters": ("[a](tel:call)", 1, "LINK106", "+44"),
    "plain http": ("[a](http://example.org/)", 1, "LINK107", "`https://example.org/`"),
    "scheme left out": ("[a](//example.org/)", 1, "LINK107", "`https://example.org/`"),
    "misspelt scheme": ("[a](htps://example.org/)", 5, "SAFE103", "`https:`"),
    "placeholder": ("[a](https://example.org/{{id}})", 25, "MAIL110", "plain words"),
    "link in raw HTML": ('<a href="../checklists/frist.md">x</a>', 1, "SAFE101", ""),
    "Markdown inside raw HTML": (f"<div>\nSee [x]({FIRST}).\n</div>", 1, "SAFE101", ""),
}


@pytest.mark.parametrize(("planted", "column", "code", "help"), SLIPS.values(), ids=SLIPS.keys())
def test_slip_is_found_at_its_place(
    planted: str, column: int, code: str, help: str, tmp_path: Path
) -> None:
    found = check(tmp_path, plant("guide", f"{planted}\n"))
    matching = [problem for problem in found if problem.code == code]
    assert [problem.span.column for problem in matching][:1] == [column], found
    assert help in matching[0].help


@pytest.mark.parametrize(
    "text",
    [
        "He said [sic] it, and (so they say) [both] came.",
        "Use `a[b][c]`, `[^1]` and `[x](nope.md)`.",
        r"Not a link: \[x](nope.md).",
        "<!-- [x](nope.md) [a][b] [^1] -->",
        "[x][A] and [a].\n\n[a]: https://example.org/",
        "[a](https://example.org/x_(y)?a=[1]) and [b](<../checklists/first.md>).",
        '[a](mailto:a@example.org?subject=Hi) or [b](tel:+442079460000 "Call").',
    ],
)
def test_what_only_looks_wrong_is_left_alone(text: str, tmp_path: Path) -> None:
    assert check(tmp_path, plant("guide", f"{text}\n")) == []

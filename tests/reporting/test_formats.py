"""The three ways to print problems."""

import json

from guidekit.diagnostics import Diagnostic, Severity, Span
from guidekit.reporting import FORMATS

PROBLEM = Diagnostic(
    "MAIL102",
    "unknown-placeholder",
    "`rol` is not a known field",
    Span("docs/emails/thank-you.md", 17, 15),
    "write {{role}}, or add `rol` to docs/_data/fields.yml",
)


def test_text_is_one_line_and_its_help() -> None:
    assert FORMATS["text"]([PROBLEM]) == (
        "docs/emails/thank-you.md:17:15: MAIL102 unknown-placeholder: `rol` is not a known field\n"
        "  help: write {{role}}, or add `rol` to docs/_data/fields.yml"
    )


def test_json_holds_every_fact_of_a_problem() -> None:
    assert json.loads(FORMATS["json"]([PROBLEM])) == [
        {
            "path": "docs/emails/thank-you.md",
            "line": 17,
            "column": 15,
            "code": "MAIL102",
            "name": "unknown-placeholder",
            "severity": "error",
            "message": "`rol` is not a known field",
            "help": "write {{role}}, or add `rol` to docs/_data/fields.yml",
        }
    ]


def test_json_of_a_clean_site_is_an_empty_list() -> None:
    assert FORMATS["json"]([]) == "[]"


def test_github_prints_an_annotation() -> None:
    assert FORMATS["github"]([PROBLEM]) == (
        "::error file=docs/emails/thank-you.md,line=17,col=15,"
        "title=MAIL102 unknown-placeholder::`rol` is not a known field%0A"
        "help: write {{role}}, or add `rol` to docs/_data/fields.yml"
    )


def test_github_escapes_what_could_start_another_command() -> None:
    hostile = Diagnostic("X1", "x", "a\n::error::b", Span("a,b:c"), "50 %", Severity.WARNING)
    assert FORMATS["github"]([hostile]) == (
        "::warning file=a%2Cb%3Ac,line=1,col=1,title=X1 x::a%0A::error::b%0Ahelp: 50 %25"
    )


def test_text_cannot_steer_the_terminal() -> None:
    hostile = Diagnostic("X1", "x", "\x1b[2Jgone", Span("a"), "\r\nhelp")
    assert FORMATS["text"]([hostile]) == "a:1:1: X1 x: \\x1b[2Jgone\n  help: \\r\\nhelp"

"""The built pages are held to a list of elements and attributes, whatever the check let in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guidekit.finish import finish_site
from guidekit.finish.allowed import problems_of
from guidekit.reporting.text import format_text
from tests.finish.sites import HOME, contents, write_built_site
from tests.safety.contributions import HOSTILE_BODIES
from tests.safety.engine import dangers, render

TEXT = '<div class="prose">\n{}\n</div>'


def found(markup: str) -> list[str]:
    """Return what is said of a page with this in its body."""
    page = f"<!doctype html>\n<html lang=en><head><title>T</title></head><body>{markup}</body>"
    return [
        problem.message.removeprefix("a page may not hold ") for problem in problems_of("x", page)
    ]


def test_what_the_engine_makes_of_hostile_pages_is_refused(show: Callable[[str], None]) -> None:
    refused = {body for body in HOSTILE_BODIES if found(TEXT.format(render(body)))}
    dangerous = {body for body in HOSTILE_BODIES if list(dangers(render(body)))}
    assert dangerous <= refused
    assert len(dangerous) > len(HOSTILE_BODIES) / 2
    show(
        f"hostile pages: {len(HOSTILE_BODIES)}; without the check, the engine makes something "
        f"dangerous of {len(dangerous)}, and the list of what pages may hold refuses {len(refused)}"
    )


REFUSED = {
    "<script>alert(1)</script>": "<script> without `src`",
    '<script src="https://evil.example/assets/javascripts/x.js"></script>': (
        '<script> with `src="https://evil.example/assets/javascripts/x.js"`'
    ),
    '<script src="//evil.example/assets/javascripts/x.js"></script>': (
        '<script> with `src="//evil.example/assets/javascripts/x.js"`'
    ),
    '<script type="application/json" src="data:,x">1</script>': "<script> with `src`",
    '<form action="https://evil.example/"></form>': "<form> with `action`",
    '<button type="button" onclick="x">a</button>': "<button> with `onclick`",
    '<link rel="stylesheet" href="https://evil.example/x.css">': (
        '<link> with `href="https://evil.example/x.css"`'
    ),
    '<meta http-equiv="refresh" content="0">': '<meta> with `http-equiv="refresh"`',
    "<svg><script href=x></script></svg>": "<script> without `src`, with `href`",
    "<template><b onclick=x>a</b></template>": "<b>",
    "<template><template><em onclick=x>a</em></template></template>": "<em> with `onclick`",
    "<email-template><em onclick=x>a</em></email-template>": "<em> with `onclick`",
    '<p><a href="java\nscript:x">a</a></p>': '<a> with `href="java script:x"`',
    '<a href="/\\evil.example">a</a>': '<a> with `href="/\\evil.example"`',
    TEXT.format("<form></form>"): "<form> in running text",
    TEXT.format("<em hidden>a</em>"): "<em> with `hidden` in running text",
    TEXT.format('<p data-open="x">a</p>'): "<p> with `data-open` in running text",
    TEXT.format("<div><ul><li><button type=button>a</button></ul></div>"): (
        "<button> in running text"
    ),
    TEXT.format("<email-template><b>a</b></email-template>"): "<b>",
}


@pytest.mark.parametrize("markup", REFUSED)
def test_a_fault_is_named(markup: str) -> None:
    assert found(markup)[0] == REFUSED[markup]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="../guides/first/?a=b:c#d">a</a><a href="mailto:a@b.example?subject=x">b</a>',
        '<a href="#x">a</a><a href="">b</a><a href=".">c</a><a href="tel:116123">d</a>',
        "<!-- <script>alert(1)</script> --><p>1 &lt; 2 &lt;script&gt;</p>",
        '<script type="application/json">{"a": "<b onclick=x>"}</script>',
        "<email-template><form><input name=a></form></email-template>",
        TEXT.format('<p><img src="desk.png" alt="A desk"></p>'),
        TEXT.format("<email-template><form><input name=a></form></email-template><p>a</p>"),
    ],
)
def test_what_pages_need_is_let_through(markup: str) -> None:
    assert found(markup) == []


def test_every_fault_is_said_at_its_place_and_nothing_is_changed(tmp_path: Path) -> None:
    bad = HOME.replace("</body>", "<!-- <b> -->\n  <p>é</p> <b>x</b>\n<P\nonclick=x>y</P></body>")
    write_built_site(tmp_path, {"index.html": bad, "guides/first/index.html": bad})
    before = contents(tmp_path)
    found = finish_site(tmp_path)
    assert format_text(found).splitlines()[:2] == [
        "guides/first/index.html:14:12: SITE004 not-allowed: a page may not hold <b>",
        "  help: take it out of the content or template it comes from; what a page may hold is "
        "listed in scripts/guidekit/finish/allowed.toml",
    ]
    places = [(problem.span.path, problem.span.line, problem.span.column) for problem in found]
    assert places == [
        ("guides/first/index.html", 14, 12),
        ("guides/first/index.html", 15, 1),
        ("index.html", 14, 12),
        ("index.html", 15, 1),
    ]
    assert contents(tmp_path) == before

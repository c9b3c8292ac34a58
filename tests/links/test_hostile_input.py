"""Input of any kind ends in findings or in nothing: never in a traceback, never in a long wait."""

import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidekit.links import check_links
from tests.links.sites import lines, make_site

SIZE = 200_000
SECONDS = 2.0


def _much(piece: str) -> str:
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


def _in(before: str, piece: str, after: str = '">') -> str:
    return before + _much(piece) + after


PAGES = {
    name: _much(piece)
    for name, piece in {
        "open brackets": "<",
        "open tags": "<a",
        "open values": '<a href="',
        "open values of boring tags": '<span class="',
        "open comments": "<!--",
        "open scripts": "<script>",
        "empty styles": "<style/>",
        "drawings": "<svg>",
        "templates": '<template><a href="">',
        "CDATA": "<![CDATA[",
        "the same id": "<p id=x>",
        "bases": "<base href=x>",
        "one long line": "é<a href=x>",
        "lines": "\n<a href=x>",
        "zeros": '\0<a href="\0">',
    }.items()
} | {
    "script with brackets": _in("<script>", "<"),
    "script that nearly ends": _in("<script>", "</scrip"),
    "comment that nearly ends": _in("<!--", "--!"),
    "empty styles in a drawing": _in("<svg>", "<style/>"),
    "attributes": _in("<a ", "a=", ">"),
    "white space": _in("<a href", " ", "=x>"),
    "name": _in("<", "a", " href=x>"),
    "links": "".join(f"<a href=x{number}>" for number in range(20_000)),
    "anchors": "".join(f"<p id=i{number}><a href=#j{number}>" for number in range(10_000)),
    "misspelt anchors": "".join(f"<p id={name}yz><a href=#{name}zy>" for name in range(9_000)),
    "links above the site": "".join(f"<a href=../{number}/x>" for number in range(12_000)),
    **{
        f"target of {piece}": _in('<a href="', piece)
        for piece in "../ / a/ a #a-1 % {{a %7B%7Ba & &#x41 &amp [".split()
    },
    "host of labels": _in('<a href="https://', "a."),
    "host of one label": _in('<a href="https://', "a"),
    "ports": _in('<a href="https://a', ":1"),
    "users": _in('<a href="https://', "a@"),
    "mailboxes": _in('<a href="mailto:', "a@b.c,"),
    "telephone": _in('<a href="tel:', "1 "),
    "scheme": _in('<a href="', "a", ':x">'),
    "srcset": _in('<img srcset="', "é.png 1x, "),
    "srcset of commas": _in('<img srcset="', ","),
    "srcset of brackets": _in('<img srcset="', "a ("),
    "refresh of digits": _in('<meta http-equiv=refresh content="', "0"),
    "refresh of spaces": _in('<meta http-equiv=refresh content="0', " ", 'x">'),
    "style of url()": _in('<p style="', "url("),
    "relations": _in('<link href=x rel="', "a "),
    "encoding that takes hours": _in("<meta charset=punycode>é-", "z", ""),
    "base": _in('<base href="', "a/", '"><a href=x>'),
}  # fmt: skip

FILES = {
    f"{name}: {before}{piece}": (name, _in(before, piece, ""))
    for name, before, piece in [
        ("x.css", "", "/*"),
        ("x.css", "'", "\\"),
        ("x.css", "", "url( "),
        ("x.css", "", 'url("'),
        ("x.css", "url(", " "),
        ("x.css", "", "image-set("),
        ("x.css", "", "image-set((a "),
        ("x.css", "", "é url(x)"),
        ("x.css", "/*", "*"),
        ("sitemap.xml", "", "<loc>"),
        ("sitemap.xml", "", "<loc>https://e.org/x</loc>"),
        ("sitemap.xml", "", "<!--"),
        ("sitemap.xml", "", "<link "),
        ("sitemap.xml", "<x:link ", "a "),
        ("sitemap.xml", "", "<a>"),
        ("manifest.json", "", "["),
        ("manifest.json", "", '{"a":'),
        ("manifest.json", "", '"src":"x",'),
        ("manifest.json", '"src":"', "\\"),
        ("_redirects", "", "/a /b\n"),
        ("_redirects", "", "/:a/b /c/:a\n"),
        ("_redirects", "", " #"),
        ("robots.txt", "", "sitemap: x\n"),
        ("robots.txt", "sitemap:", " "),
    ]
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_page_made_to_be_slow_is_read_in_time(text: str, tmp_path: Path) -> None:
    _assert_in_time(tmp_path, "page.html", text)


@pytest.mark.parametrize(("name", "text"), FILES.values(), ids=FILES.keys())
def test_file_made_to_be_slow_is_read_in_time(name: str, text: str, tmp_path: Path) -> None:
    _assert_in_time(tmp_path, name, text)


def test_chain_of_redirects_is_followed_in_time(tmp_path: Path) -> None:
    text = "".join(f"/{number} /{number + 1}\n" for number in range(12_000))
    _assert_in_time(tmp_path, "_redirects", text)


def test_entities_that_grow_are_not_expanded(tmp_path: Path) -> None:
    rest = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 20))
    text = f'<!DOCTYPE x [<!ENTITY b0 "bbbbbbbbbb">{rest}]><urlset>&b19;</urlset>'
    _assert_in_time(tmp_path, "sitemap.xml", text)


def _assert_in_time(root: Path, name: str, text: str) -> None:
    root.joinpath("index.html").write_text("")
    root.joinpath(name).write_text(text)
    start = time.process_time()
    check_links(root)
    assert time.process_time() - start < SECONDS


def test_file_with_thousands_of_faults_shows_the_first(tmp_path: Path) -> None:
    text = "".join(f'<a href="{number}.html">x</a>\n' for number in range(2_500))
    (tmp_path / "index.html").write_text(text)
    found = check_links(tmp_path)
    assert len(found) == 2_001
    assert found[-1].message == "this file has more faults than the 2000 that are shown"


_PIECES = st.sampled_from(
    "< > </ a href = ' \" # ? / ../ : // https://e.org/bounce/ mailto: &amp; &#x0; % %zz {{ }} "
    "<a href=\" <img srcset=' <base href= <script> </script> <style> </style> <!-- --> <template> "
    "</template> <svg> </svg> <meta\thttp-equiv=refresh\tcontent=0;url= id=x name= é \ud800 \0 \n "
    "url( ) @import [ ] \\ . .. x.html index.html guides/ <![CDATA[ ]]> ! ; , 1x".split(" ")
)
_TEXTS = st.lists(_PIECES | st.text(max_size=5), max_size=40).map("".join)
_NAMES = st.sampled_from(
    "page.html x.css sitemap.xml manifest.json _redirects robots.txt icon.svg".split()
)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(files=st.dictionaries(_NAMES, _TEXTS | st.binary(max_size=60), min_size=1))
def test_no_text_raises(files: dict[str, str | bytes], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<use href="icon.svg#x"><a href="page.html#x">')
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        tmp_path.joinpath(name).write_bytes(data)
    for problem in check_links(tmp_path):
        f"{problem.span.path} {problem.message} {problem.help}".encode()
        assert "\n" not in problem.message + problem.help
        assert problem.span.line >= 1
        assert problem.span.column >= 1


def test_bytes_that_are_not_utf_8_are_found_at_their_place(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"page.html": '<a href="guides/">é</a>\né '.encode() + b"\xff"})
    assert lines(tmp_path, check_links(site)) == [
        "site/page.html:2:3: LINK901 byte 0xff is not UTF-8"
        " | save the file as UTF-8, or declare its encoding in <meta charset>"
    ]


def test_symbolic_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"page.html": '<a href="secret.html">x</a>'})
    (tmp_path / "secret.html").write_text('<a href="missing/">x</a>')
    (site / "secret.html").symlink_to(tmp_path / "secret.html")
    (site / "all").symlink_to("/")
    help = "put a copy of the file there, or remove the link"
    out = f"LINK902 a symbolic link leads out of the site and was not followed | {help}"
    assert lines(tmp_path, check_links(site)) == [
        f"site/all:1:1: {out}",
        "site/page.html:1:4: LINK201 there is no page at `secret.html`"
        " | correct the target, or publish what it should lead to",
        f"site/secret.html:1:1: {out}",
    ]


def test_symbolic_links_in_circles_end(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / "loop").symlink_to(site / "loop")
    (site / "guides/up").symlink_to(site)
    help = "put a copy of the file there, or remove the link"
    assert lines(tmp_path, check_links(site)) == [
        f"site/guides/up:1:1: LINK902 a symbolic link leads to a folder that holds it | {help}",
        f"site/loop:1:1: LINK902 a symbolic link leads to nothing | {help}",
    ]


def test_symbolic_link_inside_the_site_is_another_name(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"page.html": '<a href="latest/first/#start">x</a>'})
    (site / "latest").symlink_to(site / "guides")
    assert check_links(site) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_file_name_that_is_not_utf_8_can_be_printed(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    with open(os.fsencode(site) + b"/\xff.html", "w") as file:  # noqa: PTH123
        file.write('<a href="%ff.html">x</a><a href="#no">y</a>')
    (problem,) = check_links(site)
    assert problem.span.path.endswith("/\N{REPLACEMENT CHARACTER}.html")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    os.mkfifo(site / "pipe.html")
    assert check_links(site) == []


def test_deep_folders_are_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 500)
    deep.mkdir(parents=True)
    (deep / "index.html").write_text(f'<a href="{"../" * 500}">x</a>')
    (tmp_path / "index.html").write_text(f'<a href="{"d/" * 500}#x">x</a>')
    (problem,) = check_links(tmp_path)
    assert problem.code == "LINK202"


@pytest.mark.parametrize("there", [True, False])
def test_folder_without_pages_is_told(*, there: bool, tmp_path: Path) -> None:
    if there:
        (tmp_path / "site").mkdir()
        (tmp_path / "site/notes.txt").write_text("x")
    found = lines(tmp_path, check_links(tmp_path / "site"))
    assert found[-1] == (
        "site:1:1: LINK905 there is no HTML page in this folder"
        " | build the site first, and give the folder that holds its index.html"
    )

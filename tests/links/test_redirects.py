"""Redirects: the `_redirects` file, and pages that only send the reader on."""

from pathlib import Path

from guidekit.links import check_links
from tests.links.sites import lines, make_site, page

PAGE = "guides/first/index.html"


def _check(root: Path, redirects: str, *targets: str) -> list[str]:
    links = "\n".join(f'<a href="{target}">x</a>' for target in targets)
    more = {"_redirects": redirects, PAGE: page(PAGE, links)}
    return lines(root, check_links(make_site(root, more)))


def test_link_to_a_redirect_is_a_warning_that_names_the_end(tmp_path: Path) -> None:
    redirects = "# moved\n/bounce/old /bounce/older\n/bounce/older/ /bounce/guides/first/ 302!\n"
    assert _check(tmp_path, redirects, "../../old/") == [
        "site/_redirects:2:13: LINK401 `/bounce/older` works only through a redirect"
        " | link to `/bounce/guides/first/` itself",
        "site/guides/first/index.html:13:4: LINK401 `../../old/` works only through a redirect"
        " | link to `../first/` itself",
    ]


def test_redirect_to_nothing_is_an_error_on_both_sides(tmp_path: Path) -> None:
    redirects = "/bounce/old/ /bounce/gone/ 301 # since May\n"
    assert _check(tmp_path, redirects, "../../old/") == [
        "site/_redirects:1:14: LINK211 there is no page at `/bounce/gone/`"
        " | correct the target, or publish what it should lead to",
        "site/guides/first/index.html:13:4: LINK201 `../../old/` leads through a redirect to"
        " nothing | link to the page itself",
    ]


def test_redirects_in_a_circle_are_found(tmp_path: Path) -> None:
    redirects = "/bounce/a /bounce/b\n/bounce/b /bounce/a\n"
    found = _check(tmp_path, redirects, "/bounce/a")
    message = "leads into redirects that never end | let the redirects end at a page"
    assert found == [
        f"site/_redirects:1:11: LINK402 `/bounce/b` {message}",
        f"site/_redirects:2:11: LINK402 `/bounce/a` {message}",
        f"site/guides/first/index.html:13:4: LINK402 `/bounce/a` {message}",
    ]


def test_placeholders_of_a_redirect_are_filled_in(tmp_path: Path) -> None:
    redirects = "/bounce/a/* /bounce/guides/:splat 301\n/bounce/:year/:name /bounce/:name/ 301\n"
    assert _check(tmp_path, redirects, "/bounce/a/first/", "/bounce/2020/guides") == [
        "site/guides/first/index.html:13:4: LINK401 `/bounce/a/first/` works only through a"
        " redirect | link to `/bounce/guides/first/` itself",
        "site/guides/first/index.html:14:4: LINK401 `/bounce/2020/guides` works only through a"
        " redirect | link to `/bounce/guides/` itself",
    ]


def test_rewrite_answers_like_a_page(tmp_path: Path) -> None:
    redirects = "/bounce/app/* /bounce/index.html 200\n/bounce/api /.netlify/functions/api 200\n"
    assert _check(tmp_path, redirects, "/bounce/app/any/where", "/bounce/api") == []


def test_redirect_to_another_site_is_named(tmp_path: Path) -> None:
    assert _check(tmp_path, "/bounce/shop https://example.com/shop\n", "/bounce/shop") == [
        "site/guides/first/index.html:13:4: LINK401 `/bounce/shop` works only through a redirect"
        " | link to `https://example.com/shop` itself"
    ]


def test_line_that_is_no_redirect_is_found(tmp_path: Path) -> None:
    assert _check(tmp_path, "\n/bounce/old\n") == [
        "site/_redirects:2:1: LINK904 `/bounce/old` is not a redirect"
        " | write: /old/path/ /new/path/ 301"
    ]


def test_page_that_sends_readers_on_is_a_redirect(tmp_path: Path) -> None:
    more = {
        "old/index.html": '<meta http-equiv="Refresh" content="0; URL=\'../guides/\'">',
        PAGE: page(PAGE, '<a href="../../old/#any">x</a>'),
    }
    assert lines(tmp_path, check_links(make_site(tmp_path, more))) == [
        "site/guides/first/index.html:13:4: LINK401 `../../old/#any` works only through a redirect"
        " | link to `../#any` itself"
    ]


def test_pages_that_send_readers_in_a_circle_are_found(tmp_path: Path) -> None:
    more = {
        "a.html": '<meta http-equiv="refresh" content="0;url=b.html">',
        "b.html": '<meta http-equiv="refresh" content="0;url=a.html">',
    }
    message = "leads into redirects that never end | let the redirects end at a page"
    assert lines(tmp_path, check_links(make_site(tmp_path, more))) == [
        f"site/a.html:1:28: LINK402 `b.html` {message}",
        f"site/b.html:1:28: LINK402 `a.html` {message}",
    ]

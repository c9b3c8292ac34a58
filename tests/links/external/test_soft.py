"""Pages that are not there although the server says so, and pages that only look like it."""

import pytest

from guidekit.links.external.soft import (
    is_about_not_found,
    is_error_page,
    is_sent_home,
    is_sign_in,
    says_not_found,
)
from guidekit.links.external.url import Url, parse_url


def _url(text: str) -> Url:
    url = parse_url(text)
    assert url
    return url


MISSING = [
    "404",
    "Page not found",
    "404 - Page Not Found | Example",
    "Example – Page not found",
    "Error 404: Page not found",
    "Error 404 (Not Found)!!1",
    "Oops! That page can’t be found.",
    "Sorry, this page isn't available.",
    "We couldn't find the page you were looking for",
    "The page you were looking for doesn't exist (404)",
    "This job is no longer available | Jobs at Example",
    "Not Found · Example",
    "Seite nicht gefunden - Beispiel",
    "Page introuvable | Exemple",
    "Página no encontrada",
    "Halaman tidak ditemukan",
    "Laman tidak dijumpai",
    "Страница не найдена",
    "ページが見つかりません",
    "页面不存在",
]
THERE = [
    "",
    "A page",
    "How to fix 404 errors",
    "Lost and found",
    "Not found: a novel of three sisters",
    "What to do when a page is not found by search engines",
    "The page turners",
    "Job search",
    "Nothing to lose",
    "Rejected? It was not you",
]


@pytest.mark.parametrize("title", MISSING)
def test_title_says_that_the_page_is_not_there(title: str) -> None:
    assert says_not_found(f"<html><head>\n<TITLE lang=x>\n{title}\n</title>".encode())
    assert says_not_found(f"<title>Example</title><h1 class=x><b>{title}</b></h1>".encode())


@pytest.mark.parametrize("title", THERE)
def test_title_says_nothing_of_the_kind(title: str) -> None:
    assert says_not_found(f"<title>{title}</title><h1>{title}</h1>".encode()) is None


def test_entities_are_read() -> None:
    text = b"<title>Page&nbsp;not found &#8211; Example</title>"
    assert says_not_found(text) == "Page not found – Example"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("https://a.test/guide", "https://a.test/", True),
        ("https://a.test/guide", "https://www.a.test/", True),
        ("https://old.a.test/guide", "https://a.test/de/", True),
        ("https://a.test/guide", "https://a.test/index.html", True),
        ("https://a.test/guide/one", "https://b.test/", True),
        ("https://short.test/abc", "https://b.test/", False),
        ("https://a.test/", "https://a.test/en/", False),
        ("https://a.test/en", "https://a.test/", False),
        ("https://a.test/index.html", "https://a.test/", False),
        ("https://a.test/guide", "https://a.test/guides/", False),
        ("https://a.test/guide", "https://a.test/?page=7", False),
        ("https://a.test/guide", "https://a.test/ok/", False),
    ],
)
def test_sent_home(start: str, end: str, *, expected: bool) -> None:
    assert is_sent_home(_url(start), _url(end)) is expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("https://a.test/x", "https://a.test/login?next=x", True),
        ("https://a.test/x", "https://a.test/users/sign_in", True),
        ("https://a.test/x", "https://login.b.test/abc", True),
        ("https://a.test/x", "https://a.test/wp-login.php", True),
        ("https://a.test/x", "https://www.linkedin.test/authwall", True),
        ("https://a.test/login", "https://a.test/signin", False),
        ("https://a.test/x", "https://a.test/blog-about-login", False),
        ("https://a.test/x", "https://a.test/authors/", False),
    ],
)
def test_sign_in(start: str, end: str, *, expected: bool) -> None:
    assert is_sign_in(_url(start), _url(end)) is expected


@pytest.mark.parametrize("path", ["/404", "/404.html", "/error-404/", "/en/page-not-found"])
def test_error_page(path: str) -> None:
    assert is_error_page(_url(f"https://a.test{path}"))
    assert is_about_not_found(_url(f"https://a.test{path}"))


@pytest.mark.parametrize("path", ["/", "/guides/4040", "/found"])
def test_no_error_page(path: str) -> None:
    assert not is_error_page(_url(f"https://a.test{path}"))

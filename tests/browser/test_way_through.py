"""Home says what to do now; every page says where it is, how long it takes and what comes next."""

import re
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from conftest import OpenContext
from reader import visit
from site_under_test import Site

MOST_WORDS = 80
ANSWER = ".hero__words, .doors, .promise"
# These are the way on themselves: the doors of home, and what a lost reader is offered.
STARTING_POINTS = {"", "404.html"}


def _pages(site: Site) -> dict[str, LexborHTMLParser]:
    files = sorted(site.folder.rglob("*.html"))
    names = [file.relative_to(site.folder).as_posix().removesuffix("index.html") for file in files]
    texts = zip(names, files, strict=True)
    return {name: LexborHTMLParser(file.read_text()) for name, file in texts}


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, LexborHTMLParser]:
    """Every page that was built, by its path."""
    return _pages(site)


def _text(page: LexborHTMLParser, selector: str) -> str:
    return " ".join(node.text(separator=" ") for node in page.css(selector))


def test_home_answers_what_to_do_now_in_the_first_screen(
    pages: dict[str, LexborHTMLParser], open_context: OpenContext
) -> None:
    words = _text(pages[""], ANSWER).split()
    print(f"home: {len(words)} words before the path")
    assert len(words) <= MOST_WORDS, " ".join(words)
    # All of it on a laptop; on a small phone as far as the first thing to do, above the bar.
    for size, last in (((1280, 720), ".promise"), ((360, 640), ".door--first")):
        page = open_context(viewport={"width": size[0], "height": size[1]}).new_page()
        visit(page, ".")
        assert _bottom(page, last) <= size[1] - _bar(page), (size, last)


def _bottom(page: Page, selector: str) -> float:
    return page.locator(selector).evaluate("(element) => element.getBoundingClientRect().bottom")


def _bar(page: Page) -> float:
    """Return the height of the bar of navigation at the foot of a phone's screen."""
    return page.locator(".site-nav").evaluate(
        """(nav) => ["fixed", "sticky"].includes(getComputedStyle(nav).position)
            ? nav.getBoundingClientRect().height : 0"""
    )


def test_path_has_five_stages_with_what_each_takes_and_gives(
    pages: dict[str, LexborHTMLParser],
) -> None:
    stages = pages[""].css(".path__stage")
    assert len(stages) == 5
    for stage in stages:
        takes, _, gives = stage.css_first(".path__text").text().partition(".")
        assert re.search(r"minute|hour", takes), takes
        assert len(gives.split()) >= 3, gives


def test_every_page_says_where_it_is_and_how_long_it_takes(
    pages: dict[str, LexborHTMLParser],
) -> None:
    lost = [
        name
        for name, page in pages.items()
        if name not in STARTING_POINTS
        and not (
            re.search(r"[Ss]tage|About this site", _text(page, ".page__head .page__place"))
            and re.fullmatch(r"A (one|\d+)-minute read", _text(page, ".page__head .page__time"))
        )
    ]
    assert lost == []
    assert len(pages) > 50


def test_every_page_says_what_comes_next(pages: dict[str, LexborHTMLParser], site: Site) -> None:
    without, dangling = [], []
    for name, page in pages.items():
        if name in STARTING_POINTS:
            continue
        links = [
            link.attributes["href"] or "" for link in page.css(".next a, .page--index .card a")
        ]
        leads_to = {urldefrag(urljoin(f"{site.url}{name}", link))[0] for link in links}
        # A page that leads to itself leads nowhere.
        if not leads_to - {f"{site.url}{name}"}:
            without.append(name)
        dangling += [link for link in leads_to if link.removeprefix(site.url) not in pages]
    assert without == []
    assert dangling == []


def test_reading_time_leaves_out_notes_and_what_is_folded_away(
    pages: dict[str, LexborHTMLParser],
) -> None:
    # Thousands of words lie folded in the triage; what is seen is read in a minute.
    assert len(_text(pages["now/"], ".page__body").split()) > 1000
    assert _text(pages["now/"], ".page__time") == "A one-minute read"
    guide = pages["guides/not-personal/"]
    words = len(_text(guide, ".prose > *:not(.sources):not(.next)").split())
    assert _text(guide, ".page__time") == f"A {round(words / 200)}-minute read"
    # And the door on the home page says the same.
    assert "A three-minute read" in _text(pages[""], ".door[href='guides/not-personal/']")

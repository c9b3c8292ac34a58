"""Search with the words of someone who was just turned down: the right page is among the first."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from reader import visit
from site_under_test import Site

LINES = (Path(__file__).parent / "search-phrases.tsv").read_text().splitlines()
# What is typed, and the pages of which one should come first, second or third.
PHRASES = {line.split("\t")[0]: line.split("\t")[1].split() for line in LINES}
FIRST = 3


@pytest.fixture
def search_page(page: Page) -> Page:
    """A page with the search open and its index there."""
    visit(page, ".")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").fill("email")
    expect(page.locator(".search__results a").first).to_be_visible()
    return page


def _search(page: Page, phrase: str, site: Site) -> list[str]:
    box, status = page.get_by_role("searchbox"), page.locator("#search-status")
    # Emptied first, so that what is read afterwards answers this phrase and no earlier one.
    box.fill("")
    expect(page.locator(".search__results a")).to_have_count(0)
    box.fill(phrase)
    expect(status).to_contain_text("found")
    links = page.locator(".search__results a").evaluate_all("(all) => all.map((a) => a.href)")
    return [link.removeprefix(site.url).partition("#")[0].strip("/") for link in links]


def test_the_intended_page_is_among_the_first_three(search_page: Page, site: Site) -> None:
    missed = {}
    for phrase, intended in PHRASES.items():
        found = _search(search_page, phrase, site)[:FIRST]
        if not set(found) & set(intended):
            missed[phrase] = found
    print(f"search: {len(PHRASES) - len(missed)} of {len(PHRASES)} phrases")
    assert len(PHRASES) >= 50
    assert missed == {}

"""Search with the words of someone who was just turned down: the right page is among the first."""

import gzip
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


# Emptied before each phrase, so that what is read afterwards answers no earlier one.
TYPE_EACH = """async (phrases) => {
    const input = document.getElementById("search-input");
    const status = document.getElementById("search-status");
    const says = async (wanted) => {
        while (status.textContent.includes("found") !== wanted) {
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
    };
    const type = (text) => {
        input.value = text;
        input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const found = {};
    for (const phrase of phrases) {
        type("");
        await says(false);
        type(phrase);
        await says(true);
        const links = document.querySelectorAll(".search__results a");
        found[phrase] = [...links].map((link) => link.href);
    }
    return found;
}"""


def _search(page: Page, phrases: list[str], site: Site) -> dict[str, list[str]]:
    """Type each phrase into the dialog; returns the pages it found, best first."""
    return {
        phrase: [link.removeprefix(site.url).partition("#")[0].strip("/") for link in links]
        for phrase, links in page.evaluate(TYPE_EACH, phrases).items()
    }


def test_the_intended_page_is_among_the_first_three(search_page: Page, site: Site) -> None:
    found = _search(search_page, list(PHRASES), site)
    missed = {
        phrase: found[phrase][:FIRST]
        for phrase, intended in PHRASES.items()
        if not set(found[phrase][:FIRST]) & set(intended)
    }
    print(f"search: {len(PHRASES) - len(missed)} of {len(PHRASES)} phrases")
    assert len(PHRASES) >= 50
    assert missed == {}


def test_common_words_and_other_endings_change_nothing(search_page: Page, site: Site) -> None:
    found = _search(
        search_page,
        [
            "rejection",
            "I was rejected",
            "I didn't get the job",
            "i didn’t get the job",
            "+rejection~ -title:*",
        ],
        site,
    )
    plain, rejected, straight, curly, signs = found.values()
    assert plain
    assert rejected == plain
    # Typed on a phone, an apostrophe is a curly one.
    assert curly == straight
    # Signs that mean something to the worker are only signs here.
    assert signs


def test_searching_costs_little_and_nothing_before_it_is_asked_for(
    own_page: Page, site: Site
) -> None:
    """At most 150 kB to the first result, packed as a host packs it; none before the focus."""
    asked: list[str] = []
    own_page.on("request", lambda request: asked.append(request.url))
    visit(own_page, "guides/")
    assert [url for url in asked if "search" in url] == []
    before = len(asked)
    own_page.get_by_role("button", name="Search").first.click()
    own_page.get_by_role("searchbox").fill("voicemail")
    expect(own_page.locator(".search__results a").first).to_be_visible()
    files = {site.file(url) for url in asked[before:]}
    assert any(file.name == "search_index.json" for file in files)
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= 150_000

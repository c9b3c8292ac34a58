"""From what happened to the right email: every way is there, and short."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from conftest import OpenContext
from reader import visit
from site_under_test import Site

# Every leaf: the two choices that open it, and the addresses of the links in it.
LEAVES = """(all) => all
    .filter((details) => !details.querySelector("details"))
    .map((details) => {
        const choices = [];
        for (let at = details; at; at = at.parentElement.closest("details"))
            choices.unshift(at.querySelector(":scope > summary").textContent.trim());
        const items = [...details.querySelectorAll("li")];
        return [choices, items.map((item) => [...item.querySelectorAll("a")].map((a) => a.href))];
    })"""


@pytest.fixture
def plain_page(open_context: OpenContext) -> Page:
    """A tab that runs no scripts."""
    return open_context(java_script_enabled=False).new_page()


def leaves(page: Page) -> list[tuple[list[str], list[list[str]]]]:
    return page.locator("details.triage").evaluate_all(LEAVES)


def test_every_leaf_leads_to_an_email_a_guide_and_a_checklist_that_exist(
    page: Page, site: Site
) -> None:
    page.goto("now/")
    found = leaves(page)
    print(f"{len(found)} leaves, {sum(len(items) for _, items in found)} ways to an email")
    assert len(found) >= 12
    for choices, items in found:
        assert len(choices) == 2
        assert items, choices
        for links in items:
            kinds = [link.removeprefix(site.url).split("/")[0] for link in links]
            assert kinds == ["emails", "guides", "checklists"], choices
    for link in {link for _, items in found for links in items for link in links}:
        assert page.request.get(link).status == 200, link


def test_every_email_of_the_library_is_reached(page: Page, site: Site) -> None:
    page.goto("now/")
    reached = {links[0] for _, items in leaves(page) for links in items}
    emails = {
        urljoin(site.url, f"emails/{folder.name}/")
        for folder in (site.folder / "emails").iterdir()
        if (folder / "index.html").is_file()
    }
    assert reached == emails


def test_each_leaf_is_three_activations_from_home_and_its_email_one_more(
    plain_page: Page,
) -> None:
    plain_page.goto("now/")
    # Playwright's own scripts run also where those of the page do not.
    for choices, items in leaves(plain_page):
        plain_page.goto(".")
        activations = 0
        plain_page.locator('.page a[href*="now/"]').first.click()
        activations += 1
        here = plain_page.locator(".page")
        for choice in choices:
            closed = here.locator("details.triage:not([open]) > summary")
            here = here.locator("details.triage", has=plain_page.get_by_text(choice, exact=True))
            closed.locator("visible=true").filter(
                has_text=re.compile(f"^{re.escape(choice)}$")
            ).click()
            activations += 1
        assert activations <= 3
        links = plain_page.locator("details[open] details[open] li > a:first-child")
        assert links.evaluate_all("(all) => all.map((a) => a.href)") == [each[0] for each in items]
        expect(links.first).to_be_visible()
    links.first.click()
    expect(plain_page.locator("[data-part=body]").first).to_be_visible()


def test_the_choices_are_large_and_work_with_the_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("now/")
    choice = page.locator("details.triage > summary").first
    choice.focus()
    page.keyboard.press("Enter")
    inner = page.locator("details.triage details.triage > summary").first
    expect(inner).to_be_visible()
    page.keyboard.press("Tab")
    expect(inner).to_be_focused()
    page.keyboard.press("Space")
    link = page.locator("details.triage li > a:first-child").first
    for target in (choice, inner, link):
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    page.keyboard.press("Tab")
    expect(link).to_be_focused()


def test_the_emails_are_narrowed_to_how_the_news_came(page: Page) -> None:
    visit(page, "emails/")
    cards = page.locator(".card:visible")
    everything = cards.count()
    titles = cards.all_inner_texts()
    assert everything >= 24
    page.get_by_label("How did you hear?").select_option(label="They left a voicemail")
    # What fits best stands first.
    expect(cards.first).to_contain_text("voicemail")
    narrowed = cards.count()
    assert 0 < narrowed < everything
    # Said aloud, and in every place that counts them.
    expect(page.locator("card-filter .status")).to_have_text(f"{narrowed} emails")
    chips = page.locator(".jump__count:visible").all_inner_texts()
    assert sum(map(int, chips)) == narrowed
    expect(page.locator(".group:visible")).to_have_count(len(chips))
    page.get_by_label("How did you hear?").select_option(index=0)
    expect(cards).to_have_count(everything)
    assert cards.all_inner_texts() == titles

"""The ways through the site that matter most, counted in actions."""

import re

from playwright.sync_api import Page, expect

from reader import (
    CHECKLIST,
    EMAIL,
    QUESTIONS,
    boxes,
    clipboard,
    field,
    preview,
    visit,
    wait_until_alive,
)
from site_under_test import Site


class Actions:
    """Counts what the reader has to do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taken: list[str] = []

    def click(self, selector: str) -> None:
        """Click on the first thing of this kind that is seen."""
        target = self.page.locator(selector).locator("visible=true").first
        target.scroll_into_view_if_needed()
        self.taken.append(f"click {target.inner_text().strip()!r}")
        target.click()

    def fill(self, name: str, value: str) -> None:
        """Type into a field."""
        self.taken.append(f"type {name}")
        field(self.page, name).fill(value)


def fill_in_and_copy(actions: Actions) -> None:
    page = actions.page
    page.wait_for_selector("email-template")
    wait_until_alive(page)
    gaps = page.locator(".letter:visible [data-filled=false]")
    for name in dict.fromkeys(gaps.evaluate_all("(all) => all.map(gap => gap.dataset.field)")):
        actions.fill(name, f"My {name}")
    actions.click("[data-action=copy]")
    expect(page.locator("email-template .status")).to_have_text(re.compile("^Copied"))
    assert clipboard(page) == preview(page)
    assert "[" not in preview(page)


def test_from_home_to_a_copied_personal_reply_in_at_most_six_actions(page: Page) -> None:
    visit(page, ".")
    actions = Actions(page)
    actions.click(f'.page a[href*="{EMAIL}"]')
    fill_in_and_copy(actions)
    print(f"{len(actions.taken)} actions: {', '.join(actions.taken)}")
    assert len(actions.taken) <= 6


def test_by_way_of_triage_it_is_three_actions_more(page: Page) -> None:
    visit(page, ".")
    actions = Actions(page)
    actions.click('.page a[href*="now/"]')
    page.wait_for_selector('[data-page="now/"]')
    actions.click(".triage > summary")
    actions.click(".triage .triage > summary")
    actions.click(f'.page a[href*="{EMAIL}"]')
    fill_in_and_copy(actions)
    print(f"{len(actions.taken)} actions: {', '.join(actions.taken)}")
    assert len(actions.taken) <= 9


def test_the_longest_way_to_a_copied_reply(page: Page, site: Site) -> None:
    """By way of triage: home, how they heard, how far, the email; its details; copy."""
    ways = []
    for folder in sorted((site.folder / "emails").iterdir()):
        if not (folder / "index.html").is_file():
            continue
        page.goto(f"emails/{folder.name}/", wait_until="domcontentloaded")
        letters = page.locator(".letter").evaluate_all(
            """(all) => all.map((letter) => {
                const slots = [...letter.querySelectorAll(".slot")];
                return new Set(slots.map(({ dataset }) => dataset.field)).size;
            })"""
        )
        # Choosing another version is one action more.
        ways += [(4 + (index > 0) + asked + 1, folder.name) for index, asked in enumerate(letters)]
    usual = sorted(count for count, _ in ways)[len(ways) // 2]
    print(f"longest way: {max(ways)}; half of all versions take {usual} or fewer")
    assert max(ways)[0] <= 14


def test_search_finds_an_email_by_a_word_in_it(page: Page) -> None:
    visit(page, ".")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").fill("voicemail")
    result = page.locator('.search__results a[href*="emails/voicemail-reply/"]').first
    result.click()
    page.wait_for_selector('[data-page="emails/voicemail-reply/"]')
    wait_until_alive(page)
    expect(page.locator("[data-part=body]").first).to_be_visible()


def test_code_loads_only_on_pages_that_use_it(own_page: Page, site: Site) -> None:
    site.requests.clear()
    visit(own_page, CHECKLIST)
    boxes(own_page).first.check()
    asked = " ".join(site.requests)
    assert "elements/task-checklist." in asked
    assert "elements/email-template." not in asked
    assert "elements/reflect-questions." not in asked
    site.requests.clear()
    visit(own_page, QUESTIONS)
    assert "elements/email-template." not in " ".join(site.requests)


def test_a_page_that_does_not_exist_leads_on(page: Page, watch) -> None:
    answer = page.goto("emails/no-such-page/")
    assert answer.status == 404
    page.locator(".page a").first.click()
    expect(page.locator("h1")).to_be_visible()
    watch.faults.clear()  # the browser's own line about the 404


def test_light_or_dark_is_kept_once_it_is_chosen(page: Page) -> None:
    visit(page, ".")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator("[data-toggle=scheme]").click()
    expect(page.locator("[data-toggle=scheme]")).to_have_attribute("aria-pressed", "true")
    page.reload()
    dark = page.evaluate(paper)
    assert dark != light
    visit(page, CHECKLIST)
    assert page.evaluate(paper) == dark

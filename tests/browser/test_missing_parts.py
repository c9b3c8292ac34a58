"""A part of the page that is missing: the rest of it works."""

import re

from playwright.sync_api import Page, expect

from conftest import Watch
from reader import (
    CHECKLIST,
    EMAIL,
    TROUBLE,
    boxes,
    clipboard,
    fill_all,
    follow_link,
    press,
    preview,
    serve_changed,
    stored,
    visit,
)

TICKS = f"bounceback:checklist:{CHECKLIST}"


def test_when_storage_is_refused_an_email_can_be_copied(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    )
    visit(page, EMAIL)
    fill_all(page)
    press(page)
    expect(page.locator("email-template .status").first).to_contain_text("Copied")
    assert clipboard(page) == preview(page)
    expect(page.locator(TROUBLE)).to_be_visible()


def test_a_part_that_cannot_start_leaves_the_page_readable(page: Page, watch: Watch) -> None:
    page.route("**/email-template.*.js", lambda route: route.abort())
    page.goto(EMAIL)
    page.wait_for_selector("email-template[data-failed]")
    for letter in page.locator(".letter__body").all():
        expect(letter).to_be_visible()
    expect(page.locator("[data-action=copy]")).to_be_hidden()
    follow_link(page, CHECKLIST)
    boxes(page).first.check()
    assert len(stored(page, TICKS)["entries"]) == 1
    watch.faults.clear()  # the file that did not come, and our own line about it


def test_a_page_without_the_words_of_the_interface_works(page: Page) -> None:
    serve_changed(page, CHECKLIST, lambda html: re.sub(r'(id="strings"[^>]*>){', r"\1oops{", html))
    visit(page, CHECKLIST)
    boxes(page).first.check()
    expect(page.locator(".checklist__count").first).to_have_text("done_other")
    assert len(stored(page, TICKS)["entries"]) == 1

"""Without JavaScript: everything can be read, is labelled, and can be copied by hand."""

import pytest
from playwright.sync_api import Page, expect

from conftest import OpenContext
from reader import CHECKLIST, EMAIL, QUESTIONS, boxes, clipboard


@pytest.fixture
def plain_page(open_context: OpenContext) -> Page:
    """A tab that runs no scripts."""
    return open_context(java_script_enabled=False).new_page()


def test_every_version_of_an_email_can_be_read_and_copied_by_hand(
    plain_page: Page, page: Page
) -> None:
    plain_page.goto(EMAIL)
    letters = plain_page.locator(".letter")
    assert letters.count() > 1
    for letter in letters.all():
        expect(letter.locator(".letter__name")).to_be_visible()
        expect(letter.locator("[data-part=subject]")).to_be_visible()
    plain_page.keyboard.press("ControlOrMeta+a")
    plain_page.keyboard.press("ControlOrMeta+c")
    # What is on the clipboard can only be read by a page that runs scripts.
    page.goto("404.html")
    copied = clipboard(page)
    for letter in letters.all():
        body = letter.locator("[data-part=body]").inner_text()
        assert body.endswith("\n[your name]")
        assert body in copied


def test_nothing_is_shown_that_would_not_work(plain_page: Page) -> None:
    for path in (".", EMAIL, CHECKLIST, QUESTIONS):
        plain_page.goto(path)
        expect(plain_page.locator("h1")).to_be_visible()
        for part in plain_page.locator(".js-only").all():
            expect(part).to_be_hidden()


def test_check_boxes_and_questions_are_labelled_and_work(plain_page: Page) -> None:
    plain_page.goto(CHECKLIST)
    label = plain_page.locator("task-checklist label").first
    plain_page.get_by_label(label.inner_text(), exact=True).check()
    label.click()
    expect(boxes(plain_page).first).not_to_be_checked()
    plain_page.goto(QUESTIONS)
    question = plain_page.locator("label.question__label").first.inner_text()
    plain_page.get_by_label(question, exact=True).fill("On paper it would be the same")


def test_triage_leads_to_an_email(plain_page: Page) -> None:
    plain_page.goto(".")
    plain_page.locator("main, .page").locator('a[href*="now/"]').first.click()
    plain_page.locator(".triage > summary").first.click()
    plain_page.locator(".triage .triage > summary").first.click()
    plain_page.locator('.page a[href*="emails/"]').first.click()
    expect(plain_page.locator("[data-part=body]").first).to_be_visible()

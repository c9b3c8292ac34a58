"""From a claim to what stands behind it, and back to the line, with the keyboard."""

from playwright.sync_api import Locator, Page, expect

from conftest import OpenContext
from reader import GUIDE, follow_link, visit

FOCUSED = "(element) => element === document.activeElement"


def _first(page: Page) -> Locator:
    return page.locator(".citation a").first


def test_citation_leads_to_its_note_and_back(page: Page) -> None:
    visit(page, GUIDE)
    # Reached from another page within one document, it is the same.
    follow_link(page, "guides/not-personal/")
    citation = _first(page)
    expect(citation).to_have_attribute("role", "doc-noteref")
    expect(citation).to_have_accessible_name("1, source: Webb and others, 2012")
    citation.focus()
    page.keyboard.press("Enter")
    note = page.locator("#source-webb2012")
    expect(note).to_be_in_viewport()
    assert note.evaluate("(element) => element.matches(':target')")
    page.keyboard.press("Tab")
    assert note.locator("a").first.evaluate(FOCUSED)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(citation).to_be_in_viewport()
    assert citation.evaluate(FOCUSED)
    # The way back that browsers offer leads through the same places.
    page.go_back()
    expect(note).to_be_in_viewport()
    page.go_back()
    expect(citation).to_be_in_viewport()


def test_note_says_who_when_how_strong_and_what_to_keep_in_mind(
    open_context: OpenContext,
) -> None:
    for width in (360, 1440):
        page = open_context(viewport={"width": width, "height": 800}).new_page()
        visit(page, "guides/not-personal/")
        notes = page.locator(".sources[role=doc-endnotes]")
        expect(notes).to_have_accessible_name("Where this comes from")
        expect(notes.locator("li")).to_have_count(page.locator(".citation").count())
        expect(notes.locator("#source-webb2012")).to_contain_text("Webb and others, 2012.")
        expect(notes.locator("#source-webb2012 strong")).to_have_text("Strong: a meta-analysis.")
        expect(notes.locator("#source-webb2012")).to_contain_text("Keep in mind: Short laboratory")
        # What nobody could open is said to be so.
        expect(notes.locator("#source-sackett2022")).to_contain_text("could not open it")
        expect(notes.locator("#source-webb2012")).not_to_contain_text("could not open it")


def test_source_that_is_cited_twice_leads_back_to_both_places(page: Page) -> None:
    visit(page, "guides/runner-up-and-internal-candidate/")
    back = page.locator("#source-apqc_internal [role=doc-backlink]")
    expect(back).to_have_text(["Back to place 1", "Back to place 2"])
    back.last.click()
    expect(page.locator("#cited-apqc_internal-2")).to_be_in_viewport()

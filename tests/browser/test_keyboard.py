"""With the keyboard alone."""

import re

from playwright.sync_api import Locator, Page, expect

from reader import CHECKLIST, EMAIL, boxes, clipboard, field, preview, visit


def tab_to(page: Page, target: Locator, most: int = 40) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(most):
        if target.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached with {most} times Tab.")


def test_an_item_can_be_ticked(page: Page) -> None:
    visit(page, CHECKLIST)
    tab_to(page, boxes(page).nth(1))
    page.keyboard.press("Space")
    expect(boxes(page).nth(1)).to_be_checked()
    expect(page.locator("task-checklist > .status").first).to_have_text(re.compile("^1 of "))


def test_an_email_can_be_chosen_filled_in_and_copied(page: Page) -> None:
    visit(page, EMAIL)
    for name in ("recruiter_name", "role", "company"):
        tab_to(page, field(page, name))
        page.keyboard.type(f"My {name}")
    radios = page.locator(".composer__variants input")
    tab_to(page, radios.first)
    page.keyboard.press("ArrowDown")
    expect(radios.nth(1)).to_be_checked()
    page.keyboard.press("ArrowUp")
    gap = page.locator(".letter:visible [data-field=your_name] a")
    tab_to(page, gap)
    page.keyboard.press("Enter")
    expect(field(page, "your_name")).to_be_focused()
    page.keyboard.type("Nadia")
    tab_to(page, page.locator("[data-action=copy]"))
    page.keyboard.press("Enter")
    expect(page.locator("email-template .status")).to_have_text(re.compile("^Copied"))
    assert clipboard(page) == preview(page)
    assert "My role" in preview(page)
    assert "Nadia" in preview(page)


def test_a_refused_copy_leaves_the_focus_on_the_first_gap(page: Page) -> None:
    visit(page, EMAIL)
    tab_to(page, page.locator("[data-action=copy]"))
    page.keyboard.press("Enter")
    first = page.locator(".field__input:visible").first
    expect(first).to_be_focused()
    box = first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < page.viewport_size["height"], "the field that has the focus is in view"


def test_no_single_key_does_anything(page: Page) -> None:
    """The theme's own script has such keys, which cannot be turned off (WCAG 2.1.4)."""
    visit(page, CHECKLIST)
    address = page.url
    for key in ("p", "n", ",", ".", "f", "s", "/"):
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.url == address
    assert page.evaluate("document.activeElement === document.body")

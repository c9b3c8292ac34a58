"""Checklists for everybody: with the keyboard alone, heard, in forced colours, with a thumb."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import OpenContext
from reader import CHECKLIST, TWO_LISTS, boxes, clipboard, press_item, ticked, visit
from test_every_page import TOO_WIDE, axe_faults
from test_keyboard import tab_to

SMALLEST_TARGET = 44  # CSS pixels


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_list_that_is_empty_half_done_or_finished(
    open_context: OpenContext, scheme: str
) -> None:
    # Without motion, or a colour is measured half way from one to the other.
    page = open_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    visit(page, CHECKLIST)
    faults = axe_faults(page)
    boxes(page).first.check()
    press_item(page, 1, "leave-out")
    press_item(page, 2, "copy-link")
    faults += axe_faults(page)
    for box in boxes(page).all():
        if box.is_enabled():
            box.check()
    page.locator("[data-action=reset]").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".checklist__count")).to_have_text(re.compile("^All "))
    faults += axe_faults(page)
    assert faults == []


def test_the_whole_way_with_the_keyboard(page: Page) -> None:
    visit(page, TWO_LISTS)
    press = page.keyboard.press
    item = page.locator(".task").first
    tab_to(page, boxes(page).first)
    press("Space")
    expect(boxes(page).first).to_be_checked()
    press("Tab")
    more = page.get_by_role("button", name=re.compile("^More about: Fill every gap"))
    expect(more).to_be_focused()
    expect(more).to_have_attribute("aria-expanded", "false")
    press("Enter")
    expect(more).to_have_attribute("aria-expanded", "true")
    press("Tab")
    leave = item.locator("[data-action=leave-out]")
    expect(leave).to_be_focused()
    press("Enter")
    expect(boxes(page).first).to_be_disabled()
    expect(leave).to_be_focused()
    expect(leave).to_have_text("Put it back")
    press("Space")
    expect(boxes(page).first).to_be_checked()
    press("Tab")
    press("Enter")
    expect(item.locator(".task__panel .status")).to_have_text("Link copied.")
    assert clipboard(page).endswith(boxes(page).first.get_attribute("id"))
    tab_to(page, page.locator("[data-action=copy-list]"))
    press("Enter")
    expect(page.locator(".checklist__actions .status")).to_contain_text("Copied")
    assert "- [x] Fill every gap" in clipboard(page)
    tab_to(page, page.locator("[data-action=reset]"))
    press("Enter")
    expect(boxes(page).first).not_to_be_checked()
    press("Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    press("Enter")
    expect(boxes(page).first).to_be_checked()
    # The button that had it is gone, and Tab goes on from its place.
    expect(page.locator(".checklist__actions .status")).to_be_focused()
    expect(page.locator(".checklist__actions .status")).to_have_text("Put back as it was.")
    assert len(ticked(page)) == 1


def test_every_control_of_a_list_has_a_name_that_says_which_item(page: Page) -> None:
    visit(page, TWO_LISTS)
    for number in range(boxes(page).count()):
        words = page.locator(".task__text").nth(number).inner_text().strip()
        more = page.locator(".task__more").nth(number)
        expect(boxes(page).nth(number)).to_have_accessible_name(words)
        expect(more).to_have_accessible_name(f"More about: {words}")
        more.click()
        expect(page.get_by_role("group", name=words, exact=True)).to_be_visible()


def test_what_is_ticked_and_left_out_is_told_apart_in_forced_colours(
    open_context: OpenContext,
) -> None:
    page = open_context(forced_colors="active", reduced_motion="reduce").new_page()
    visit(page, CHECKLIST)
    shots = {"open": boxes(page).nth(3).screenshot()}
    boxes(page).nth(3).check()
    page.mouse.move(0, 0)
    shots["ticked"] = boxes(page).nth(3).screenshot()
    press_item(page, 3, "leave-out")
    page.mouse.move(0, 0)
    shots["left out"] = boxes(page).nth(3).screenshot()
    assert len(set(shots.values())) == len(shots)
    expect(page.locator(".task__note").nth(3)).to_be_visible()
    # The browser's own box, whose tick such colours show.
    assert boxes(page).nth(4).evaluate("(box) => getComputedStyle(box).appearance") == "auto"


def test_every_target_is_large_enough_for_a_thumb(open_context: OpenContext) -> None:
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    visit(page, TWO_LISTS)
    for number in range(boxes(page).count()):
        page.locator(".task__more").nth(number).click()
    boxes(page).first.check()
    page.locator("[data-action=reset]").click()
    assert page.evaluate(TOO_WIDE) == []
    small = [
        f"{width:.0f} x {height:.0f}: {name}"
        for target in page.locator("task-checklist :is(label, button)").all()
        for name, width, height in [_size(target)]
        if min(width, height) < SMALLEST_TARGET
    ]
    assert small == []


def _size(target: Locator) -> tuple[str, float, float]:
    box = target.bounding_box()
    assert box is not None
    return target.inner_text(), box["width"], box["height"]

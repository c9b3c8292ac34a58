"""Two tabs with the same list: each shows the other's ticks, and neither loses any."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from reader import (
    CHECKLIST,
    GUIDE,
    boxes,
    stored,
    ticked,
    visit,
    wait_until_alive,
)

KEY = f"bounceback:checklist:{CHECKLIST}"


def tick(page: Page, *numbers: int) -> list[str]:
    for number in numbers:
        boxes(page).nth(number).check()
    return ticked(page)


def test_a_tick_appears_in_another_tab(page: Page, context: BrowserContext) -> None:
    visit(page, CHECKLIST)
    other = context.new_page()
    visit(other, CHECKLIST)
    tick(page, 0)
    expect(boxes(other).nth(0)).to_be_checked()
    expect(other.locator(".checklist__count").first).to_have_text(re.compile("^1 of "))
    boxes(other).nth(0).uncheck()
    expect(boxes(page).nth(0)).not_to_be_checked()


def test_two_tabs_lose_nothing(page: Page, context: BrowserContext) -> None:
    visit(page, CHECKLIST)
    other = context.new_page()
    visit(other, CHECKLIST)
    tick(page, 0)
    tick(other, 1)
    tick(page, 2)
    other.reload()
    wait_until_alive(other)
    assert len(ticked(other)) == 3


def test_a_tick_that_another_tab_wrote_over_at_the_same_moment_comes_back(
    page: Page, context: BrowserContext
) -> None:
    visit(page, CHECKLIST)
    [mine] = tick(page, 0)
    theirs = boxes(page).nth(1).get_attribute("name")
    other = context.new_page()
    other.goto(GUIDE)
    other.evaluate(
        "([key, name]) => localStorage.setItem(key, JSON.stringify("
        "{schema: 1, entries: {[name]: {value: true, at: Date.now()}}}))",
        [KEY, theirs],
    )
    expect(boxes(page).nth(1)).to_be_checked()
    assert stored(page, KEY)["entries"].keys() == {mine, theirs}
    # Another tab may be another process, and hears of a change a moment later.
    other.wait_for_function(
        "([key, name]) => localStorage.getItem(key).includes(name)", arg=[KEY, mine]
    )
    assert stored(other, KEY)["entries"].keys() == {mine, theirs}

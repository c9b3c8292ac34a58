"""Ticks: kept by id, shown everywhere, announced once."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from reader import (
    CHECKLIST,
    GUIDE,
    boxes,
    follow_link,
    serve_changed,
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


def test_ticks_survive_a_reload(page: Page) -> None:
    visit(page, CHECKLIST)
    names = tick(page, 0, 2)
    page.reload()
    wait_until_alive(page)
    assert ticked(page) == names
    assert len(names) == 2


def test_a_checklist_reached_by_instant_navigation_works(page: Page) -> None:
    visit(page, GUIDE)
    follow_link(page, CHECKLIST)
    names = tick(page, 0)
    page.reload()
    wait_until_alive(page)
    assert ticked(page) == names


def test_what_the_browser_restores_after_going_back_does_not_beat_what_is_kept(
    page: Page, context: BrowserContext
) -> None:
    visit(page, CHECKLIST)
    tick(page, 0)
    page.goto(GUIDE)
    other = context.new_page()
    visit(other, CHECKLIST)
    boxes(other).nth(0).uncheck()
    boxes(other).nth(1).check()
    page.go_back()
    wait_until_alive(page)
    assert ticked(page) == ticked(other)
    assert stored(page, KEY)["entries"].keys() == {
        boxes(page).nth(0).get_attribute("name"),
        boxes(page).nth(1).get_attribute("name"),
    }


def test_ticks_follow_the_id_when_words_and_order_change(page: Page) -> None:
    visit(page, CHECKLIST)
    names = tick(page, 0, 1)

    def rewrite(html: str) -> str:
        items = re.findall(r'<li class="task">.*?</li>', html, re.DOTALL)
        for item, other in zip(items, reversed(items), strict=True):
            html = html.replace(item, f"<!--{items.index(other)}-->", 1)
        for index, item in enumerate(items):
            reworded = re.sub(r"(<label[^>]*>).*</label>", r"\1Other words</label>", item)
            html = html.replace(f"<!--{index}-->", reworded, 1)
        return html

    serve_changed(page, CHECKLIST, rewrite)
    visit(page, CHECKLIST)
    assert boxes(page).last.get_attribute("name") == names[0]
    assert sorted(ticked(page)) == sorted(names)


def test_progress_is_shown_and_announced_once(page: Page) -> None:
    visit(page, CHECKLIST)
    checklist = page.locator("task-checklist").first
    count = checklist.locator("input[type=checkbox]").count()
    page.evaluate(
        """() => {
            window.announced = [];
            const region = document.querySelector("task-checklist > .status");
            new MutationObserver(() => announced.push(region.textContent))
                .observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    checklist.locator("label").first.click()
    expect(checklist.locator(".checklist__count")).to_have_text(f"1 of {count} done")
    assert checklist.locator("progress").evaluate("(bar) => [bar.value, bar.max]") == [1, count]
    assert page.evaluate("announced") == [f"1 of {count} done"]


def test_a_page_with_ticks_says_nothing_when_it_opens(page: Page) -> None:
    visit(page, CHECKLIST)
    tick(page, 0)
    page.reload()
    wait_until_alive(page)
    expect(page.locator("task-checklist > .status").first).to_be_empty()

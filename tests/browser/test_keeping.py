"""Storage that fails: the page stays usable, says so, and nothing is lost."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from conftest import Watch
from reader import (
    CHECKLIST,
    EMAIL,
    GUIDE,
    QUESTIONS,
    TROUBLE,
    boxes,
    clipboard,
    fill_all,
    follow_link,
    press,
    preview,
    serve_changed,
    store,
    stored,
    ticked,
    visit,
    wait_until_alive,
)

TICKS = f"bounceback:checklist:{CHECKLIST}"
ANSWERS = f"bounceback:answers:{QUESTIONS}"
DETAILS = "bounceback:details:site"

REFUSALS = {
    "throws": "get() { throw new DOMException('Denied', 'SecurityError'); }",
    "null": "get: () => null",
    "read throws": "value: { getItem() { throw new Error('disk'); }, setItem() {} }",
    "write throws": "value: { getItem: () => null, setItem() { throw new Error('disk'); } }",
}
FULL = """() => {
    let size = 4_000_000;
    for (let number = 0; size >= 1; number++) {
        try { localStorage.setItem("other" + number, "x".repeat(size)); }
        catch { size = Math.floor(size / 2); }
    }
}"""


@pytest.mark.parametrize("property", REFUSALS.values(), ids=REFUSALS)
def test_when_storage_is_refused_the_page_works_and_says_so(page: Page, property: str) -> None:
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ {property} }})")
    visit(page, CHECKLIST)
    boxes(page).first.check()
    expect(page.locator(TROUBLE)).to_have_text(["This browser is not letting us keep anything. "
        "The page works, but your ticks and words go when you close it."])  # fmt: skip
    expect(page.locator(".checklist__count").first).to_contain_text("1 of ")
    follow_link(page, EMAIL)
    fill_all(page)
    press(page)
    expect(page.locator("email-template .status")).to_contain_text("Copied")
    assert clipboard(page) == preview(page)
    expect(page.locator(TROUBLE)).to_be_visible()
    follow_link(page, CHECKLIST)
    assert len(ticked(page)) == 1, "kept at least until the page is closed"


def test_when_storage_is_full_the_page_says_so_and_catches_up_later(page: Page) -> None:
    visit(page, QUESTIONS)
    answer = page.locator("textarea").first
    answer.fill("Written before")
    page.wait_for_function("(key) => localStorage.getItem(key)", arg=ANSWERS)
    page.evaluate(FULL)
    answer.fill("Written before, and this after")
    expect(page.locator(TROUBLE)).to_contain_text("The storage of this browser is full")
    assert "Written before" in json.dumps(stored(page, ANSWERS)), "what was kept stays"
    page.evaluate("localStorage.removeItem('other0')")
    answer.press("End")
    answer.press_sequentially(".")
    expect(page.locator(TROUBLE)).to_have_count(0)
    page.reload()
    wait_until_alive(page)
    expect(answer).to_have_value("Written before, and this after.")


DAMAGED = {
    "not JSON": "{oops",
    "the wrong shape": '{"schema": 1, "entries": []}',
    "hostile": '{"schema": 1, "entries": {"__proto__": {"value": {"polluted": 1}, "at": 1}}}',
}


@pytest.mark.parametrize("raw", DAMAGED.values(), ids=DAMAGED)
def test_what_cannot_be_read_is_set_aside_and_said(page: Page, raw: str) -> None:
    store(page, TICKS, raw)
    visit(page, CHECKLIST)
    expect(page.locator(TROUBLE)).to_contain_text("could not be read. It was set aside")
    boxes(page).first.check()
    page.reload()
    wait_until_alive(page)
    assert len(ticked(page)) == 1
    expect(page.locator(TROUBLE)).to_have_count(0)
    aside = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('bounceback:aside:'))"
    )
    assert [value for _, value in aside] == [raw]
    assert page.evaluate("({}).polluted === undefined")


def test_the_sound_part_of_a_damaged_record_goes_on(page: Page) -> None:
    visit(page, CHECKLIST)
    good = boxes(page).nth(0).get_attribute("name")
    bad = boxes(page).nth(1).get_attribute("name")
    entries = {good: {"value": True, "at": 1}, bad: {"value": "<b>yes</b>", "at": 1}}
    store(page, TICKS, json.dumps({"schema": 1, "entries": entries}))
    visit(page, CHECKLIST)
    assert ticked(page) == [good]


def test_a_record_that_is_damaged_while_the_page_is_open_does_not_take_its_ticks(
    page: Page,
) -> None:
    visit(page, CHECKLIST)
    boxes(page).first.check()
    page.evaluate("(key) => localStorage.setItem(key, 'oops')", TICKS)
    boxes(page).nth(1).check()
    page.reload()
    wait_until_alive(page)
    assert len(ticked(page)) == 2


def test_what_cannot_be_set_aside_is_left_where_it_is(page: Page) -> None:
    raw = "not JSON" * 1000
    store(page, TICKS, raw)
    page.evaluate(FULL)
    visit(page, CHECKLIST)
    boxes(page).first.check()
    expect(page.locator(TROUBLE)).to_contain_text("The storage of this browser is full")
    assert page.evaluate("(key) => localStorage.getItem(key)", TICKS) == raw


def test_data_of_a_newer_version_is_left_alone_and_said(page: Page) -> None:
    raw = json.dumps({"schema": 2, "ticks": ["something new"]})
    store(page, TICKS, raw)
    visit(page, CHECKLIST)
    boxes(page).first.check()
    expect(page.locator(TROUBLE)).to_contain_text("A newer version of this site")
    assert len(ticked(page)) == 1
    page.goto(GUIDE)
    assert page.evaluate("(key) => localStorage.getItem(key)", TICKS) == raw


@pytest.mark.parametrize("erase", ["clear()", f"removeItem('{TICKS}')"])
def test_what_another_tab_erases_does_not_come_back(
    page: Page, context: BrowserContext, erase: str
) -> None:
    visit(page, CHECKLIST)
    boxes(page).nth(0).check()
    other = context.new_page()
    visit(other, GUIDE)
    other.evaluate(f"localStorage.{erase}")
    expect(boxes(page).nth(0)).not_to_be_checked()
    boxes(page).nth(1).check()
    assert len(stored(page, TICKS)["entries"]) == 1


def test_what_was_erased_while_the_page_lay_in_the_back_forward_cache_does_not_come_back(
    page: Page,
) -> None:
    visit(page, CHECKLIST)
    boxes(page).nth(0).check()
    # As the browser does it: storage changed, no event, and the page is shown again as it was.
    page.evaluate(
        """() => {
            localStorage.clear();
            dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    assert ticked(page) == []


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

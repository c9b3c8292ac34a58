"""Everything that can go wrong with what the browser keeps. Each case ends in the same way: the
page is usable, says what it does not keep, and every value of the reader is still somewhere. That
no error goes uncaught is the business of the fixture that watches every page.
"""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from conftest import OpenContext
from reader import (
    CHECKLIST,
    GUIDE,
    QUESTIONS,
    TROUBLE,
    TWO_LISTS,
    boxes,
    follow_link,
    press_item,
    serve_changed,
    store,
    stored,
    visit,
    wait_until_alive,
)

TICKS = f"bounceback:checklist:{CHECKLIST}"
OTHER_TICKS = f"bounceback:checklist:{TWO_LISTS}"
ANSWERS = f"bounceback:answers:{QUESTIONS}"

REFUSED = "This browser is not letting us keep anything."
FULL = "The storage of this browser is full"
NEWER = "A newer version of this site kept things"
ASIDE = "could not be read. It was set aside"

FILL_STORAGE = """() => {
    let size = 4_000_000;
    for (let number = 0; size >= 1; number++) {
        try { localStorage.setItem("other" + number, "x".repeat(size)); }
        catch { size = Math.floor(size / 2); }
    }
}"""
# What the reader has: on the page, and, where a page may read it, in storage.
EVERYTHING = """() => {
    const found = [];
    for (const { name, checked, disabled } of document.querySelectorAll(".task__box")) {
        if (checked) found.push(`ticked ${name}`);
        if (disabled) found.push(`left out ${name}`);
    }
    for (const { value } of document.querySelectorAll("textarea")) found.push(`answer ${value}`);
    try {
        for (const [key, value] of Object.entries(localStorage)) {
            if (key.startsWith("bounceback:")) found.push(`stored ${value}`);
        }
    } catch { /* refused */ }
    return found;
}"""


Ends = Callable[..., None]


@pytest.fixture
def ends(record_property: Callable[[str, object], None]) -> Ends:
    """End a case: `keeps` are values that must still be there, `says` what the page must say."""

    def ends(page: Page, keeps: list[str], says: str = "") -> None:
        trouble = page.locator(TROUBLE)
        if says:
            expect(trouble.first).to_contain_text(says)
        else:
            expect(trouble).to_have_count(0)
        found = page.evaluate(EVERYTHING)
        assert [value for value in keeps if value not in found] == []
        record_property("Values kept through a fault of the storage, none lost", len(keeps))
        count = page.locator(".checklist__count").last
        before = count.inner_text()
        boxes(page).last.click()
        expect(count).not_to_have_text(before)

    return ends


def name_of(page: Page, number: int) -> str:
    name = boxes(page).nth(number).get_attribute("name")
    assert name
    return name


def tick(page: Page, *numbers: int) -> list[str]:
    """Tick items; return them as values to be kept."""
    for number in numbers:
        boxes(page).nth(number).check()
    return [f"ticked {name_of(page, number)}" for number in numbers]


def again(page: Page) -> None:
    page.reload()
    wait_until_alive(page)


# Storage that is refused, or full

REFUSALS = {
    "throws": "get() { throw new DOMException('Denied', 'SecurityError'); }",
    "null": "get: () => null",
    "read throws": "value: { getItem() { throw new Error('disk'); }, setItem() {} }",
    "write throws": "value: { getItem: () => null, setItem() { throw new Error('disk'); } }",
}


@pytest.mark.parametrize("property", REFUSALS.values(), ids=REFUSALS)
def test_storage_that_is_refused(page: Page, ends: Ends, property: str) -> None:
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ {property} }})")
    visit(page, CHECKLIST)
    kept = tick(page, 0)
    press_item(page, 1, "leave-out")
    kept.append(f"left out {name_of(page, 1)}")
    follow_link(page, GUIDE)
    follow_link(page, CHECKLIST)
    ends(page, kept, says=REFUSED)


def test_storage_that_is_refused_while_the_page_is_open(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    kept = tick(page, 0)
    page.evaluate(
        f"() => {{ Object.defineProperty(window, 'localStorage', {{ {REFUSALS['throws']} }}) }}"
    )
    kept += tick(page, 1)
    ends(page, kept, says=REFUSED)


def test_storage_that_is_full(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    kept = tick(page, 0)
    page.evaluate(FILL_STORAGE)
    kept += tick(page, *range(1, 6))
    ends(page, kept, says=FULL)
    again(page)
    assert kept[0] in page.evaluate(EVERYTHING), "what was kept before stays"


def test_storage_that_is_full_while_an_answer_is_written(page: Page, ends: Ends) -> None:
    visit(page, QUESTIONS)
    answer = page.locator("textarea").first
    answer.fill("Written before")
    page.wait_for_function("(key) => localStorage.getItem(key)", arg=ANSWERS)
    page.evaluate(FILL_STORAGE)
    answer.fill("Written before, and this after")
    expect(page.locator(TROUBLE)).to_contain_text(FULL)
    assert "Written before" in json.dumps(stored(page, ANSWERS)), "what was kept stays"
    page.evaluate("localStorage.removeItem('other0')")
    answer.press("End")
    answer.press_sequentially(".")
    expect(page.locator(TROUBLE)).to_have_count(0)
    again(page)
    ends(page, ["answer Written before, and this after."])


# Records that cannot be read

DAMAGED = {
    "not JSON": "{oops",
    "the wrong shape": '{"schema": 1, "entries": []}',
    "older than the first": '{"wait": true, "schema": 0}',
    "hostile": '{"schema": 1, "entries": {"__proto__": {"value": {"polluted": 1}, "at": 1}}}',
}


@pytest.mark.parametrize("raw", DAMAGED.values(), ids=DAMAGED)
def test_a_record_that_cannot_be_read(page: Page, ends: Ends, raw: str) -> None:
    store(page, TICKS, raw)
    visit(page, CHECKLIST)
    expect(page.locator(TROUBLE)).to_contain_text(ASIDE)
    kept = tick(page, 0)
    again(page)
    assert page.evaluate("({}).polluted === undefined")
    ends(page, [*kept, f"stored {raw}"])


def test_a_record_of_which_part_is_sound(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    good, bad = name_of(page, 0), name_of(page, 1)
    entries = {good: {"value": True, "at": 1}, bad: {"value": "<b>yes</b>", "at": 1}}
    raw = json.dumps({"schema": 1, "entries": entries})
    store(page, TICKS, raw)
    visit(page, CHECKLIST)
    ends(page, [f"ticked {good}", f"stored {raw}"], says=ASIDE)


def test_a_record_that_is_damaged_while_the_page_is_open(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    kept = tick(page, 0)
    page.evaluate("(key) => localStorage.setItem(key, 'oops')", TICKS)
    kept += tick(page, 1)
    again(page)
    ends(page, [*kept, "stored oops"])


def test_records_that_are_set_aside_at_the_same_moment(own_page: Page, ends: Ends) -> None:
    """As when the clock went back: the second must not take the place of the first."""
    own_page.clock.set_fixed_time("2030-01-01")
    for raw in ("first", "second"):
        store(own_page, TICKS, raw)
        visit(own_page, CHECKLIST)
    ends(own_page, ["stored first", "stored second"], says=ASIDE)


def test_a_record_that_there_is_no_room_to_set_aside(page: Page, ends: Ends) -> None:
    raw = "not JSON" * 1000
    store(page, TICKS, raw)
    page.evaluate(FILL_STORAGE)
    visit(page, CHECKLIST)
    ends(page, [*tick(page, 0), f"stored {raw}"], says=FULL)


# Other versions of the site


def test_a_record_of_a_newer_version(page: Page, ends: Ends) -> None:
    raw = json.dumps({"schema": 2, "ticks": ["something new"]})
    store(page, TICKS, raw)
    visit(page, CHECKLIST)
    ends(page, [*tick(page, 0), f"stored {raw}"], says=NEWER)


def test_a_record_from_before_items_could_be_left_out(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    on, off = name_of(page, 0), name_of(page, 1)
    entries = {on: {"value": True, "at": 5}, off: {"value": False, "at": 6}}
    store(page, TICKS, json.dumps({"schema": 1, "entries": entries}))
    visit(page, CHECKLIST)
    press_item(page, 1, "leave-out")
    again(page)
    record = stored(page, TICKS)
    assert {name: entry["value"] for name, entry in record["entries"].items()} == {
        on: True,
        off: False,
        # A boolean under one more name: the older page finds such a record sound.
        f"not-for-me:{off}": True,
    }
    assert record["schema"] == 1
    ends(page, [f"ticked {on}", f"left out {off}"])


# Items that change


def rename(html: str, old: str, new: str, was: str) -> str:
    """Give an item another id, as a writer does."""
    return html.replace(
        f'id="task-{old}" name="{old}"', f'data-was="{was}" id="task-{new}" name="{new}"'
    )


def test_an_item_that_is_renamed(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    old, out = name_of(page, 2), name_of(page, 3)
    tick(page, 2)
    press_item(page, 3, "leave-out")
    serve_changed(
        page,
        CHECKLIST,
        lambda html: rename(rename(html, old, "new", old), out, "new-out", out),
    )
    visit(page, CHECKLIST)
    ends(page, ["ticked new", "left out new-out"])
    boxes(page).nth(2).uncheck()
    again(page)
    expect(boxes(page).nth(2)).not_to_be_checked()
    assert old in stored(page, TICKS)["entries"], "the old entry is kept for the export"


def test_an_item_that_is_gone(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    gone = name_of(page, 0)
    _, kept = tick(page, 0, 1)
    serve_changed(
        page, CHECKLIST, lambda html: re.sub(rf'<li class="task">.{{0,99}}{gone}.*?</li>', "", html)
    )
    visit(page, CHECKLIST)
    ends(page, [kept])
    assert stored(page, TICKS)["entries"][gone]["value"] is True


def test_an_item_that_moves_to_the_other_list_of_its_page(page: Page, ends: Ends) -> None:
    visit(page, TWO_LISTS)
    kept = tick(page, 0)

    def move(html: str) -> str:
        item = re.search(r'<li class="task">.*?</li>', html, re.DOTALL)
        assert item
        at = html.rindex('<li class="task">')
        return (html[:at] + item[0] + html[at:]).replace(item[0], "", 1)

    serve_changed(page, TWO_LISTS, move)
    visit(page, TWO_LISTS)
    assert f"ticked {name_of(page, -2)}" == kept[0]
    ends(page, kept)


def test_an_item_that_moves_to_a_list_on_another_page(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    old, out = name_of(page, 0), name_of(page, 1)
    tick(page, 0)
    press_item(page, 1, "leave-out")
    visit(page, TWO_LISTS)
    here = [name_of(page, number) for number in (0, 1)]

    def move(html: str) -> str:
        html = rename(html, here[0], "new", f"{CHECKLIST}{old}")
        return rename(html, here[1], "new-out", f"{CHECKLIST}{out}")

    serve_changed(page, TWO_LISTS, move)
    visit(page, TWO_LISTS)
    ends(page, ["ticked new", "left out new-out"])
    boxes(page).first.uncheck()
    again(page)
    expect(boxes(page).first).not_to_be_checked()
    assert stored(page, TICKS)["entries"][old]["value"] is True


def test_an_item_that_moves_from_a_page_whose_record_cannot_be_read(page: Page, ends: Ends) -> None:
    store(page, TICKS, "oops")
    visit(page, TWO_LISTS)
    here = name_of(page, 0)
    serve_changed(page, TWO_LISTS, lambda html: rename(html, here, "new", f"{CHECKLIST}old"))
    visit(page, TWO_LISTS)
    ends(page, ["stored oops"], says=ASIDE)


# Time, tabs and ways of leaving


def test_a_clock_that_goes_back(own_page: Page, ends: Ends) -> None:
    own_page.clock.set_fixed_time("2030-01-01")
    visit(own_page, CHECKLIST)
    tick(own_page, 0)
    own_page.clock.set_fixed_time("2020-01-01")
    again(own_page)
    boxes(own_page).nth(0).uncheck()
    kept = tick(own_page, 1)
    again(own_page)
    expect(boxes(own_page).nth(0)).not_to_be_checked()
    ends(own_page, kept)


TICK_ALL = """(parity) => {
    const boxes = [...document.querySelectorAll(".task__box")];
    // Without waiting for the end of it, so that both tabs do it at once.
    void (async () => {
        for (const [index, box] of boxes.entries()) {
            if (index % 2 === parity) box.click();
            await new Promise((resolve) => setTimeout(resolve));
        }
    })();
}"""


def test_two_tabs_that_write_at_once(page: Page, context: BrowserContext, ends: Ends) -> None:
    other = context.new_page()
    for tab in (page, other):
        visit(tab, TWO_LISTS)
    count = boxes(page).count()
    for parity, tab in enumerate((page, other)):
        tab.evaluate(TICK_ALL, parity)
    for tab in (page, other):
        expect(tab.locator("task-checklist input:checked")).to_have_count(count)
        again(tab)
    ends(page, [f"ticked {name_of(page, number)}" for number in range(count)])


@pytest.mark.parametrize("erase", ["clear()", f"removeItem('{TICKS}')"])
def test_storage_that_another_tab_erases(
    page: Page, context: BrowserContext, ends: Ends, erase: str
) -> None:
    visit(page, CHECKLIST)
    tick(page, 0)
    other = context.new_page()
    visit(other, GUIDE)
    other.evaluate(f"localStorage.{erase}")
    expect(boxes(page).nth(0)).not_to_be_checked()
    kept = tick(page, 1)
    assert len(stored(page, TICKS)["entries"]) == 1, "what was erased does not come back"
    again(page)
    ends(page, kept)


def test_storage_that_was_erased_while_the_page_lay_in_the_back_forward_cache(
    page: Page, ends: Ends
) -> None:
    visit(page, CHECKLIST)
    tick(page, 0)
    # As the browser does it: storage changed, no event, and the page is shown again as it was.
    page.evaluate(
        """() => {
            localStorage.clear();
            dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    expect(boxes(page).nth(0)).not_to_be_checked()
    ends(page, tick(page, 1))


def test_going_back_and_forward_with_instant_navigation(page: Page, ends: Ends) -> None:
    visit(page, CHECKLIST)
    kept = tick(page, 1, 3)
    page.evaluate("window.isSameDocument = true")
    follow_link(page, GUIDE)
    page.go_back()
    expect(boxes(page).nth(1)).to_be_checked()
    kept += tick(page, 4)
    page.go_forward()
    page.wait_for_selector(f'[data-page="{GUIDE}"]')
    page.go_back()
    expect(boxes(page).nth(4)).to_be_checked()
    assert page.evaluate("window.isSameDocument"), "the navigation was not instant"
    ends(page, kept)


def test_a_tab_that_is_killed_in_the_middle_of_typing(
    open_context: OpenContext, ends: Ends
) -> None:
    context = open_context()
    page = context.new_page()
    visit(page, CHECKLIST)
    kept = tick(page, 0)
    visit(page, QUESTIONS)
    answer = page.locator("textarea").first
    answer.press_sequentially("They asked about")
    page.wait_for_function(
        "(key) => localStorage.getItem(key)?.includes('They asked about')", arg=ANSWERS
    )
    answer.press_sequentially(" my")
    with pytest.raises(Error):
        page.goto("chrome://crash")
    after = context.new_page()
    visit(after, QUESTIONS)
    expect(after.locator("textarea").first).to_have_value(re.compile("^They asked about"))
    visit(after, CHECKLIST)
    ends(after, kept)

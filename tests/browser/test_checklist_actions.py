"""What else can be done with a checklist: leave out, link, copy, start again."""

import re

import cmarkgfm
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader import (
    CHECKLIST,
    GUIDE,
    TWO_LISTS,
    boxes,
    checklist_paths,
    clipboard,
    follow_link,
    page_said,
    press_item,
    serve_changed,
    stored,
    ticked,
    visit,
    wait_until_alive,
)
from site_under_test import Site

KEY = f"bounceback:checklist:{CHECKLIST}"
REFUSE_COPYING = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }"


def action(page: Page, name: str) -> Locator:
    """Return one of the buttons for all lists of the page."""
    return page.locator(f".checklist__actions [data-action={name}]")


def count(page: Page) -> Locator:
    """Return the words of the first list's progress."""
    return page.locator(".checklist__count").first


# Not for me


def test_an_item_that_is_left_out_leaves_the_count_and_can_be_taken_back(page: Page) -> None:
    visit(page, CHECKLIST)
    number = boxes(page).count()
    boxes(page).nth(0).check()
    press_item(page, 1, "leave-out")
    expect(count(page)).to_have_text(f"1 of {number - 1} done (1 left out)")
    expect(boxes(page).nth(1)).to_be_disabled()
    expect(boxes(page).nth(1)).to_have_accessible_name(re.compile("not for me$"))
    expect(page.locator("task-checklist > .status")).to_have_text(
        f"Left out. 1 of {number - 1} done (1 left out)"
    )
    bar = page.locator("task-checklist progress").first
    assert bar.evaluate("(bar) => [bar.value, bar.max]") == [1, number - 1]
    page.reload()
    wait_until_alive(page)
    expect(boxes(page).nth(1)).to_be_disabled()
    press_item(page, 1, "leave-out")
    expect(count(page)).to_have_text(f"1 of {number} done")
    expect(boxes(page).nth(1)).to_be_enabled()
    expect(boxes(page).nth(1)).not_to_have_accessible_name(re.compile("not for me"))


def test_an_item_that_was_ticked_and_left_out_is_ticked_when_it_is_taken_back(page: Page) -> None:
    visit(page, CHECKLIST)
    boxes(page).nth(0).check()
    press_item(page, 0, "leave-out")
    expect(boxes(page).nth(0)).not_to_be_checked()
    press_item(page, 0, "leave-out")
    expect(boxes(page).nth(0)).to_be_checked()


def test_a_list_of_which_everything_is_left_out_says_so(page: Page) -> None:
    visit(page, CHECKLIST)
    for number in range(boxes(page).count()):
        press_item(page, number, "leave-out")
    expect(count(page)).to_have_text("Nothing is left on this list.")
    bar = page.locator("task-checklist progress").first
    assert bar.evaluate("(bar) => [bar.value, bar.max]") == [0, 1]


def test_a_finished_list_says_so(page: Page) -> None:
    visit(page, CHECKLIST)
    press_item(page, 0, "leave-out")
    for number in range(1, boxes(page).count()):
        boxes(page).nth(number).check()
    done = boxes(page).count() - 1
    expect(count(page)).to_have_text(f"All {done} done. You can stop here. (1 left out)")


def test_what_is_left_out_appears_in_another_tab(page: Page, context: BrowserContext) -> None:
    visit(page, CHECKLIST)
    other = context.new_page()
    visit(other, CHECKLIST)
    press_item(page, 2, "leave-out")
    expect(boxes(other).nth(2)).to_be_disabled()
    boxes(other).nth(0).check()
    press_item(other, 2, "leave-out")
    expect(boxes(page).nth(2)).to_be_enabled()
    expect(boxes(page).nth(0)).to_be_checked()


@pytest.mark.parametrize("how", ["loaded", "instant"])
def test_a_link_leads_to_its_item_and_marks_it(page: Page, how: str) -> None:
    visit(page, CHECKLIST)
    press_item(page, 6, "copy-link")
    expect(page.locator(".task__panel .status").nth(6)).to_have_text("Link copied.")
    link = clipboard(page)
    name = boxes(page).nth(6).get_attribute("name")
    assert link == f"{page.url}#task-{name}"
    page.set_viewport_size({"width": 360, "height": 500})
    if how == "instant":
        visit(page, GUIDE)
        page.evaluate("window.isSameDocument = true")
        follow_link(page, f"{CHECKLIST}#task-{name}")
        assert page.evaluate("window.isSameDocument"), "the navigation was not instant"
    else:
        page.goto("about:blank")
        visit(page, link)
    item = page.locator(".task:has(> :target)")
    expect(item).to_have_count(1)
    expect(item).to_be_in_viewport()
    plain = page.locator(".task").first
    colour = "(item) => getComputedStyle(item).backgroundColor"
    assert item.evaluate(colour) != plain.evaluate(colour)
    # Tab goes on from there.
    page.keyboard.press("Tab")
    expect(item.locator(":focus")).to_have_count(1)
    page.set_viewport_size({"width": 1280, "height": 720})


def test_when_copying_is_refused_the_link_is_in_the_address_bar(page: Page) -> None:
    visit(page, CHECKLIST)
    page.evaluate(REFUSE_COPYING)
    press_item(page, 1, "copy-link")
    expect(page.locator(".task__panel .status").nth(1)).to_contain_text("in the address bar")
    assert page.url.endswith(f"#{boxes(page).nth(1).get_attribute('id')}")


def test_a_link_to_an_item_by_its_old_id_leads_to_the_new_one(page: Page) -> None:
    visit(page, CHECKLIST)
    name = boxes(page).nth(4).get_attribute("name")
    serve_changed(
        page,
        CHECKLIST,
        lambda html: html.replace(
            f'id="task-{name}" name="{name}"', f'data-was="{name}" id="task-new" name="new"'
        ),
    )
    page.goto("about:blank")
    visit(page, f"{CHECKLIST}#task-{name}")
    item = page.locator(".task--linked")
    expect(item).to_be_in_viewport()
    expect(item.locator("#task-new")).to_be_visible()


# Start again


def test_starting_again_clears_every_list_of_the_page_and_can_be_undone(page: Page) -> None:
    visit(page, TWO_LISTS)
    boxes(page).first.check()
    boxes(page).last.check()
    press_item(page, 1, "leave-out")
    before = ticked(page)
    action(page, "reset").click()
    expect(page_said(page)).to_contain_text("All ticks are cleared.")
    assert ticked(page) == []
    expect(boxes(page).nth(1)).to_be_enabled()
    page.get_by_role("button", name="Undo").click()
    expect(page_said(page)).to_have_text("Put back as it was.")
    assert ticked(page) == before
    expect(boxes(page).nth(1)).to_be_disabled()
    page.reload()
    wait_until_alive(page)
    assert ticked(page) == before
    expect(boxes(page).nth(1)).to_be_disabled()


def test_what_is_ticked_after_starting_again_outlives_the_undo(page: Page) -> None:
    visit(page, CHECKLIST)
    boxes(page).nth(0).check()
    action(page, "reset").click()
    boxes(page).nth(1).check()
    page.get_by_role("button", name="Undo").click()
    assert len(ticked(page)) == 2


def test_a_cleared_list_stays_clear(page: Page, context: BrowserContext) -> None:
    visit(page, CHECKLIST)
    boxes(page).nth(0).check()
    other = context.new_page()
    visit(other, CHECKLIST)
    action(page, "reset").click()
    expect(boxes(other).nth(0)).not_to_be_checked()
    for tab in (page, other):
        tab.reload()
        wait_until_alive(tab)
        assert ticked(tab) == []


def test_starting_again_when_nothing_is_ticked_changes_nothing(page: Page) -> None:
    visit(page, CHECKLIST)
    action(page, "reset").click()
    expect(page_said(page)).to_have_text("Nothing is ticked yet.")
    assert stored(page, KEY) is None


# Copy


def rendered_items(markdown: str) -> list[tuple[str, str]]:
    """Return the state and the words of each item, as a code host shows them."""
    tree = LexborHTMLParser(cmarkgfm.github_flavored_markdown_to_html(markdown))
    return [(_state(item), _words(item)) for item in tree.css("li")]


def _state(item: LexborNode) -> str:
    box = item.css_first("input[type=checkbox]")
    if box is None or box.parent != item:
        return "left out"
    return "ticked" if "checked" in box.attributes else "open"


def _words(item: LexborNode) -> str:
    for nested in item.css("ul, ol"):
        nested.decompose()
    return " ".join(item.text().split())


def test_every_list_is_copied_as_a_code_host_shows_it(page: Page, site: Site) -> None:
    for path in checklist_paths(site):
        visit(page, path)
        labels = [label.strip() for label in page.locator(".task__text").all_inner_texts()]
        boxes(page).nth(0).check()
        press_item(page, 1, "leave-out")
        action(page, "copy-list").click()
        expect(page_said(page)).to_contain_text("Copied")
        markdown = clipboard(page)
        states = ["ticked", "left out"] + ["open"] * (len(labels) - 2)
        labels[1] += " (not for me)"
        assert rendered_items(markdown) == list(zip(states, labels, strict=True)), path
        tree = LexborHTMLParser(cmarkgfm.github_flavored_markdown_to_html(markdown))
        headings = [heading.text() for heading in tree.css("h1, h2")]
        assert headings[0] == page.locator("h1").inner_text()
        lists = page.locator("task-checklist").count()
        assert len(headings) - 1 in (lists, 0), "a heading for each list that has one"
        assert "\\" not in markdown, "signs are escaped only where they would mean something"


def test_when_copying_is_refused_the_list_is_selected(page: Page) -> None:
    visit(page, TWO_LISTS)
    page.evaluate(REFUSE_COPYING)
    action(page, "copy-list").click()
    expect(page_said(page)).to_contain_text("The text is selected")
    selected = page.evaluate("document.getSelection().toString()")
    for label in page.locator(".task__text").all_inner_texts():
        assert label.strip() in selected


COPY_ANYTHING = """async ([url, title, texts]) => {
    const { checklistText } = await import(url);
    const page = document.createElement("div");
    page.innerHTML = `<h1></h1><task-none></task-none>`;
    page.querySelector("h1").textContent = title;
    const list = document.createElement("div");
    list.innerHTML = `<ul class="checklist__items"></ul>`;
    for (const [kind, text] of texts) {
        const item = document.createElement("li");
        item.innerHTML = kind === "plain" ? "<b></b>" :
            `<input class="task__box" type="checkbox"><label class="task__text"></label>`;
        const words = item.querySelector("label, b");
        if (kind === "plain") words.replaceWith(text);
        else words.textContent = text;
        if (kind === "ticked") item.querySelector("input").checked = true;
        if (kind === "left out") item.querySelector("input").disabled = true;
        list.firstChild.append(item);
    }
    // Without becoming an element that starts.
    const real = page.querySelectorAll.bind(page);
    page.querySelectorAll = (what) => what === "task-checklist" ? [list] : real(what);
    return checklistText(page, "not for me");
}"""

# What stands in a label: a line of text. What a writer cannot type is left out.
lines = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cf", "Co", "Cn")), min_size=1
).map(lambda text: " ".join(text.split()))
signs = st.text(st.sampled_from("\\`*_[]()<>~&#+-=.!|: 1a'\"x;/"), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
kinds = st.sampled_from(["open", "ticked", "left out", "plain"])
items = st.tuples(kinds, (lines | signs).filter(bool))


@pytest.fixture(scope="module")
def bare_page(browser: Browser, site: Site) -> Page:
    """One page for all the examples."""
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    page.goto("404.html")
    yield page
    context.close()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(signs.filter(bool), st.lists(items, min_size=1, max_size=30))
def test_any_words_are_copied_as_they_are(
    bare_page: Page, site: Site, title: str, texts: list[tuple[str, str]]
) -> None:
    markdown = bare_page.evaluate(COPY_ANYTHING, [site.module("lib/checklist-text"), title, texts])
    tree = LexborHTMLParser(cmarkgfm.github_flavored_markdown_to_html(markdown))
    assert " ".join(tree.css_first("h1").text().split()) == title
    expected = [
        ("left out", f"{text} (not for me)")
        if kind == "left out"
        else ("left out" if kind == "plain" else kind, text)
        for kind, text in texts
    ]
    assert rendered_items(markdown) == expected, markdown

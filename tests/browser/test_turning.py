"""From page to page within one document, and where that ends: then the page is loaded whole."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from conftest import OpenContext, Watch
from reader import EMAIL, GUIDE, PLAN, follow_link, serve_changed, visit
from site_under_test import Site

OTHER_GUIDE = "guides/not-personal/"


def _mark(page: Page) -> None:
    page.evaluate("window.isSameDocument = true")


def _is_same_document(page: Page) -> bool:
    return page.evaluate("window.isSameDocument === true")


def _menu(page: Page, name: str) -> None:
    page.locator(".site-nav").get_by_role("link", name=name).click()


def test_the_next_page_is_whole(page: Page, site: Site) -> None:
    visit(page, GUIDE)
    _mark(page)
    _menu(page, "Checklists")
    expect(page.locator("h1")).to_have_text("Checklists")
    # Where a screen reader and Tab go on from.
    expect(page.locator("h1")).to_be_focused()
    assert _is_same_document(page)
    expect(page).to_have_url(f"{site.url}checklists/")
    expect(page).to_have_title(re.compile("^Checklists - "))
    facts = """() => ["link[rel=canonical]", "link[rel=icon]"]
        .map((name) => document.querySelectorAll(name)).map((all) => [all.length, all[0].href])"""
    assert page.evaluate(facts) == [
        [1, f"{site.url}checklists/"],
        [1, f"{site.url}assets/images/favicon.svg"],
    ]
    # Links of the frame start from the new place.
    expect(page.locator(".site-nav [aria-current=page]")).to_have_text("Checklists")
    for link in page.locator(".brand, .site-foot a").all():
        address = link.evaluate("(link) => link.href")
        assert site.file(address).is_file(), address


def test_back_shows_the_place_where_the_reader_was(page: Page) -> None:
    visit(page, GUIDE)
    _mark(page)
    page.evaluate("scrollTo(0, 600)")
    page.wait_for_function("() => scrollY === 600")
    follow_link(page, OTHER_GUIDE)
    page.wait_for_function("() => scrollY === 0")
    page.go_back()
    page.wait_for_selector(f'[data-page="{GUIDE}"]')
    page.wait_for_function("() => scrollY === 600")
    assert _is_same_document(page)


def test_a_link_to_a_place_on_another_page_leads_there(page: Page) -> None:
    visit(page, GUIDE)
    _mark(page)
    follow_link(page, f"{OTHER_GUIDE}#source-webb2012")
    note = page.locator("#source-webb2012")
    expect(note).to_be_in_viewport()
    page.wait_for_function("() => document.querySelector('#source-webb2012').matches(':target')")
    assert _is_same_document(page)


def test_pointing_at_a_link_fetches_its_page_once(page: Page, site: Site) -> None:
    visit(page, GUIDE)
    link = page.locator(".site-nav").get_by_role("link", name="Plan")
    with page.expect_response(f"**/{PLAN}"):
        link.hover()
    before = site.requests.count(f"/{PLAN}")
    link.click()
    page.wait_for_selector(f'[data-page="{PLAN}"]')
    assert site.requests.count(f"/{PLAN}") == before


def test_nothing_is_fetched_ahead_for_who_saves_data(open_context: OpenContext, site: Site) -> None:
    context = open_context()
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    page = context.new_page()
    visit(page, GUIDE)
    site.requests.clear()
    _mark(page)
    page.locator(".site-nav").get_by_role("link", name="Plan").hover()
    # What is asked for after it has come, and it was not asked for.
    follow_link(page, OTHER_GUIDE)
    assert f"/{PLAN}" not in site.requests
    assert _is_same_document(page)


def _other_version(page: Page) -> None:
    serve_changed(page, PLAN, lambda html: html.replace("main.", "main.00000000.", 1))


def _half_a_page(page: Page) -> None:
    serve_changed(page, PLAN, lambda html: html.replace('class="brand"', 'class="other"'))


def _broken_once(page: Page) -> None:
    def answer(route: Route) -> None:
        if route.request.is_navigation_request():
            route.fallback()
        else:
            route.abort()

    page.route(f"**/{PLAN}", answer)


@pytest.mark.parametrize("change", [_other_version, _half_a_page, _broken_once])
def test_what_is_not_as_expected_is_loaded_whole(
    change: Callable[[Page], None], page: Page, watch: Watch
) -> None:
    visit(page, GUIDE)
    _mark(page)
    change(page)
    page.locator(".site-nav").get_by_role("link", name="Plan").click()
    page.wait_for_selector(f'[data-page="{PLAN}"]')
    page.wait_for_function("() => !window.isSameDocument")
    # The browser notes what it could not load.
    watch.faults[:] = [fault for fault in watch.faults if "Failed to load" not in fault]


def test_a_browser_without_the_means_loads_each_page(open_context: OpenContext) -> None:
    context = open_context()
    context.add_init_script("delete window.navigation")
    page = context.new_page()
    visit(page, GUIDE)
    _mark(page)
    _menu(page, "Plan")
    page.wait_for_selector(f'[data-page="{PLAN}"]')
    assert not _is_same_document(page)


def test_a_link_with_a_key_held_opens_a_tab_and_leaves_the_page(page: Page) -> None:
    visit(page, GUIDE)
    link = page.locator(".site-nav").get_by_role("link", name="Plan")
    with page.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_selector(f'[data-page="{PLAN}"]')
    expect(page.locator(f'[data-page="{GUIDE}"]')).to_be_visible()


def test_the_last_of_two_links_is_followed(page: Page) -> None:
    visit(page, GUIDE)
    _mark(page)
    page.evaluate(
        """([first, last]) => {
            for (const path of [first, last]) {
                const link = document.createElement("a");
                link.href = new URL(`../../${path}`, location.href);
                document.body.append(link);
                link.click();
                link.remove();
            }
        }""",
        [EMAIL, OTHER_GUIDE],
    )
    page.wait_for_selector(f'[data-page="{OTHER_GUIDE}"]')
    page.go_back()
    page.wait_for_selector(f'[data-page="{GUIDE}"]')
    assert _is_same_document(page)


def test_a_wide_table_scrolls_by_itself_without_javascript(open_context: OpenContext) -> None:
    page = open_context(
        java_script_enabled=False, viewport={"width": 320, "height": 600}
    ).new_page()
    page.goto("contribute/plan-file/")
    frame = page.locator(".wide:has(> table)").first
    expect(frame).to_have_css("overflow-x", "auto")
    width = frame.bounding_box()
    assert width
    assert width["width"] <= 320


def test_the_themes_own_script_is_not_published(site: Site) -> None:
    names = [path.name for path in site.folder.rglob("*.js")]
    assert not [name for name in names if name.startswith("bundle.")]
    assert [name for name in names if name.startswith("search.")]

"""The quiet check of the reader's own words."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from reader import EMAIL, fill_all, press, visit
from test_every_page import axe_faults

HARSH = "Hi,\n\nI don\u2019t understand\nwhy, and I really need this job.\n\nNadia"


def findings(page: Page) -> Locator:
    return page.locator(".tone__finding")


def count(page: Page) -> Locator:
    return page.locator(".tone__count")


def body(page: Page) -> Locator:
    return page.locator("[data-edit=body]")


@pytest.fixture
def email(page: Page) -> Page:
    """The thank-you email, being edited."""
    visit(page, EMAIL)
    fill_all(page)
    press(page, "edit")
    expect(body(page)).to_be_focused()
    return page


def test_words_are_shown_with_better_ones(email: Page) -> None:
    body(email).fill(HARSH)
    expect(findings(email)).to_have_count(2)
    first = findings(email).first
    expect(first.locator(".tone__words")).to_have_text("don\u2019t understand why")
    expect(first.locator(".tone__better")).to_contain_text("What would you suggest I work on?")
    expect(count(email)).to_have_text("2 places that you may want to say differently")
    expect(count(email)).to_have_attribute("role", "status")
    assert axe_faults(email) == []


def test_our_own_words_and_friendly_ones_find_nothing(email: Page) -> None:
    email.wait_for_timeout(900)
    expect(findings(email)).to_have_count(0)
    expect(count(email)).to_be_empty()
    expect(email.locator(".tone")).to_be_empty()


def test_a_button_goes_to_the_words(email: Page) -> None:
    body(email).fill(f"{'A line.' * 9}\n" * 60 + HARSH)
    expect(findings(email)).to_have_count(2)
    button = findings(email).first.get_by_role("button")
    expect(button).to_have_accessible_name("Show in the text: don\u2019t understand\nwhy")
    button.click()
    expect(body(email)).to_be_focused()
    read = "(a) => a.value.slice(a.selectionStart, a.selectionEnd)"
    assert body(email).evaluate(read) == "don\u2019t understand\nwhy"
    seen = "(a) => a.scrollHeight <= a.clientHeight || a.scrollTop > 0"
    assert body(email).evaluate(seen)


def test_the_number_is_said_once_and_again_only_when_it_changes(email: Page) -> None:
    body(email).fill(HARSH)
    expect(findings(email)).to_have_count(2)
    email.evaluate(
        """() => {
            window.said = [];
            const count = document.querySelector(".tone__count");
            new MutationObserver(() => said.push(count.textContent))
                .observe(count, { childList: true, characterData: true, subtree: true });
        }"""
    )
    body(email).press("ControlOrMeta+Home")
    email.keyboard.type("Hello there. ")
    email.wait_for_timeout(900)
    assert email.evaluate("said") == []
    body(email).fill("I really need this job.")
    expect(count(email)).to_have_text("One place that you may want to say differently")
    body(email).fill("Thank you.")
    expect(findings(email)).to_have_count(0)
    assert email.evaluate("said") == ["One place that you may want to say differently", ""]


def test_nothing_is_looked_for_while_the_reader_types(email: Page) -> None:
    expect(findings(email)).to_have_count(0)
    email.wait_for_timeout(700)
    body(email).press("ControlOrMeta+a")
    email.keyboard.type("I really need this job, ", delay=40)
    assert findings(email).count() == 0
    expect(findings(email)).to_have_count(1)


def test_the_subject_is_looked_at_too(email: Page) -> None:
    email.locator("[data-edit=subject]").fill("I really need this job")
    expect(findings(email)).to_have_count(1)
    findings(email).get_by_role("button").click()
    expect(email.locator("[data-edit=subject]")).to_be_focused()


def test_markup_and_very_long_text_do_no_harm(email: Page) -> None:
    body(email).fill("<b>I really need this job</b> " + "<i>x</i> " * 20_000)
    expect(findings(email)).to_have_count(1)
    expect(findings(email).locator("b, i")).to_have_count(0)


def test_without_the_list_of_phrases_the_editor_works(page: Page, watch) -> None:
    visit(page, EMAIL)
    page.route(re.compile(r"tone\.json$"), lambda route: route.abort())
    press(page, "edit")
    body(page).fill(HARSH)
    page.wait_for_timeout(900)
    expect(findings(page)).to_have_count(0)
    press(page)
    expect(page.locator("email-template .status")).to_have_text(re.compile("^Copied"))
    watch.faults.clear()  # the browser's own line about the request that failed

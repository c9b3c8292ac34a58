"""The plan on paper, by the keyboard alone, and for those who hear it."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from conftest import OpenContext
from reader import PLAN, QUESTIONS, visit
from test_every_page import axe_faults
from test_keyboard import tab_to
from test_plan import add_step, day, draft, group, on_monday, plan_status


def joined(text: str) -> str:
    """Return text without spaces: those of a printed page are the guess of whoever reads it."""
    return "".join(text.split())


def printed(page: Page) -> tuple[str, int]:
    """Return what would come out of the printer, joined, and the number of its pages."""
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return joined("".join(one.extract_text() for one in pages)), len(pages)


def fill_plan(page: Page) -> None:
    """Leave a plan with something in every section, and some of it open."""
    visit(page, QUESTIONS)
    page.locator("textarea").nth(2).fill("I rambled\nThey hired from within\nI was late")
    visit(page, PLAN)
    page.get_by_role("button", name="I can change this: I rambled").click()
    page.get_by_role("button", name="Not in my hands: They hired from within").click()
    add_step(page, when="seven", action="rewrite three lines", day=day(1), time="19:00")
    add_step(page, when="noon", action="call Aisha", day=day(9))
    add_step(page, when="I ramble", action="stop")
    group(page, "later").locator(".task__box").check()


def test_a_plan_is_printed_on_one_page_with_its_ticks(open_context: OpenContext) -> None:
    page = on_monday(open_context)
    text, pages = printed(page)
    assert joined("Print this page, and write one or two steps on it.") in text
    assert text.count(joined("If it is")) >= 3
    assert pages == 1
    fill_plan(page)
    text, pages = printed(page)
    for words in (
        "Tomorrow, Tuesday 24 November",
        "If it is seven, then I rewrite three lines.",
        "If it is noon, then I call Aisha.",
        "If I ramble, then I stop.",
        "What you can change",
        "I rambled",
        "Not in your hands",
        "They hired from within",
    ):
        assert joined(words) in text
    for words in (
        "Erase everything",
        "Write a step",
        "Make it a step",
        "write one or two steps on",
    ):
        assert joined(words) not in text
    assert pages == 1


def test_the_whole_way_by_the_keyboard(open_context: OpenContext) -> None:
    page = on_monday(open_context)
    tab_to(page, draft(page, "when"))
    page.keyboard.type("Tuesday at seven")
    page.keyboard.press("Tab")
    page.keyboard.type("rewrite three lines")
    tab_to(page, page.get_by_role("button", name="Add this step"))
    page.keyboard.press("Enter")
    expect(draft(page, "when")).to_be_focused()
    tab_to(page, page.locator(".step .task__box"))
    page.keyboard.press("Space")
    expect(plan_status(page)).to_have_text("1 of 1 step done.")
    expect(page.locator(".step .task__box")).to_have_count(1)
    page.locator("[data-group=finished] > summary").focus()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name=re.compile("^Change: ")))
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".step__form").get_by_role("button", name="Remove"))
    page.keyboard.press("Enter")
    expect(plan_status(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(plan_status(page).get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".step")).to_have_count(1)
    erase = page.locator(".plan__tools summary", has_text="Erase everything")
    tab_to(page, erase, most=60)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-action=erase]")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_whatever_is_open(open_context: OpenContext, scheme: str) -> None:
    context = open_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-23T10:00:00")
    visit(page, PLAN)
    faults = axe_faults(page)
    fill_plan(page)
    for summary in page.locator(".step__calendar:visible summary, .plan__tools summary").all():
        summary.click()
    page.get_by_role("button", name=re.compile("^Change: ")).first.click()
    faults += axe_faults(page)
    page.locator("[data-action=share]").click()
    link = page.locator("#plan-link")
    expect(link).to_have_value(re.compile("#plan"))
    address = link.input_value()
    page.locator("[data-action=erase]").click()
    faults += axe_faults(page)
    page.keyboard.press("Escape")
    page.goto(address)
    expect(page.locator(".plan__shared h2")).to_be_visible()
    faults += axe_faults(page)
    visit(page, QUESTIONS)
    page.locator(".interview > summary").click()
    page.locator(".sort:visible summary").first.click()
    faults += axe_faults(page)
    assert faults == []


def test_nothing_is_drawn_while_nothing_changes(open_context: OpenContext) -> None:
    page = on_monday(open_context)
    fill_plan(page)
    page.get_by_role("button", name=re.compile("^Change: ")).first.click()
    changes = page.evaluate(
        """async () => {
            const seen = [];
            const watch = new MutationObserver((all) => seen.push(...all));
            watch.observe(document.body, { childList: true, subtree: true, characterData: true });
            for (let turn = 0; turn < 20; turn++) await new Promise((go) => setTimeout(go, 20));
            return seen.length;
        }"""
    )
    assert changes == 0

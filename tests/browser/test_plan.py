"""The plan: everything in one place, and steps by date."""

import re
from datetime import date, timedelta

from playwright.sync_api import BrowserContext, Locator, Page, expect

from conftest import OpenContext
from reader import (
    CHECKLIST,
    EMAIL,
    GUIDE,
    PLAN,
    QUESTIONS,
    boxes,
    follow_link,
    press,
    stored,
    visit,
    wait_until_alive,
)

ITEMS = "bounceback:plan:site"
MONDAY = date(2026, 11, 23)


def day(ahead: int) -> str:
    return (MONDAY + timedelta(days=ahead)).isoformat()


def draft(page: Page, name: str) -> Locator:
    return page.locator(f"[data-form=draft] [name={name}]")


def add_step(page: Page, **values: str) -> None:
    """Write a step into the form and add it."""
    if not draft(page, "when").is_visible():
        page.locator(".plan__add > summary").click()
    for name, value in values.items():
        if name == "weekly":
            draft(page, name).check()
        else:
            draft(page, name).fill(value)
    page.get_by_role("button", name="Add this step").click()


def group(page: Page, name: str) -> Locator:
    return page.locator(f"[data-list={name}]")


def plan_status(page: Page) -> Locator:
    return page.locator("bounce-plan > .status")


def on_monday(open_context: OpenContext) -> Page:
    page = open_context().new_page()
    page.clock.set_fixed_time(f"{MONDAY}T10:00:00")
    visit(page, PLAN)
    return page


def test_an_empty_plan_says_what_to_do_first(page: Page) -> None:
    visit(page, PLAN)
    start = page.locator(".plan__start")
    expect(start).to_contain_text("Look back on the interview first")
    expect(start.get_by_role("link", name="Open the interview review")).to_be_visible()
    expect(draft(page, "when")).to_be_visible()
    expect(page.locator("[data-group]:visible")).to_have_count(0)
    expect(page.locator(".plan-sheet")).to_be_hidden()
    page.get_by_role("button", name="Add this step").click()
    expect(plan_status(page)).to_have_text("Write what you will do. A few words are enough.")
    expect(draft(page, "action")).to_be_focused()


def test_a_step_is_written_stands_on_its_day_and_is_ticked(open_context: OpenContext) -> None:
    page = on_monday(open_context)
    add_step(page, when="Tuesday at seven", action="rewrite three lines.", day=day(1), time="19:00")
    expect(plan_status(page)).to_contain_text("Added: Tuesday 24 November.")
    expect(draft(page, "action")).to_have_value("")
    tomorrow = page.locator(".week__day").nth(1)
    expect(tomorrow).to_contain_text("Tomorrow, Tuesday 24 November")
    expect(tomorrow).to_contain_text("If it is Tuesday at seven, then I rewrite three lines.")
    expect(tomorrow).to_contain_text("19:00")
    add_step(page, when="I hear myself ramble", action="stop", day=day(9))
    expect(group(page, "later")).to_contain_text("If I hear myself ramble, then I stop.")
    add_step(page, action="walk", day=day(0), time="08:30", weekly="yes")
    expect(page.locator(".week__day").first).to_contain_text(
        "If it is Monday at 08:30, then I walk."
    )
    page.get_by_role("checkbox", name="then I walk").check()
    expect(plan_status(page)).to_have_text("1 of 3 steps done.")
    expect(page.locator(".plan__start")).to_be_hidden()
    page.reload()
    wait_until_alive(page)
    expect(page.get_by_role("checkbox", name="then I walk")).to_be_checked()
    # A week later it is to be done again, and what was not done is not lost.
    page.clock.set_fixed_time(f"{day(7)}T10:00:00")
    page.reload()
    wait_until_alive(page)
    expect(page.locator(".week__day").first).to_contain_text("every week, done once")
    expect(page.get_by_role("checkbox", name="then I walk")).not_to_be_checked()
    expect(group(page, "earlier")).to_contain_text("rewrite three lines")


def test_a_step_is_changed_where_it_stands_and_removed_with_a_way_back(
    open_context: OpenContext,
) -> None:
    page = on_monday(open_context)
    add_step(page, when="noon", action="call", day=day(1))
    page.get_by_role("button", name=re.compile("^Change: ")).click()
    form = page.locator(".step__form form")
    expect(form.locator("[name=when]")).to_be_focused()
    form.locator("[name=day]").fill(day(3))
    form.locator("[name=action]").fill("call Aisha")
    expect(page.locator(".week__day").nth(1)).to_contain_text("If it is noon, then I call Aisha.")
    form.locator("[name=when]").press("Enter")
    expect(page.locator(".week__day").nth(3)).to_contain_text("If it is noon, then I call Aisha.")
    change = page.get_by_role("button", name=re.compile("^Change: "))
    expect(change).to_be_focused()
    plan_status(page).get_by_role("button", name="Undo").click()
    expect(page.locator(".week__day").nth(1)).to_contain_text("If it is noon, then I call.")
    change.click()
    page.get_by_role("button", name="Remove").click()
    expect(page.locator(".step")).to_have_count(0)
    plan_status(page).get_by_role("button", name="Undo").click()
    expect(page.locator(".week__day").nth(1)).to_contain_text("If it is noon, then I call.")


def test_what_is_typed_into_a_step_is_kept_before_it_is_added(page: Page) -> None:
    visit(page, PLAN)
    draft(page, "when").fill("Sunday")
    draft(page, "action").fill("ask a friend to")
    page.reload()
    wait_until_alive(page)
    expect(draft(page, "when")).to_have_value("Sunday")
    page.evaluate("window.isSameDocument = true")
    draft(page, "action").fill("ask a friend to listen")
    follow_link(page, GUIDE)
    page.go_back()
    expect(draft(page, "action")).to_have_value("ask a friend to listen")
    assert page.evaluate("window.isSameDocument"), "the navigation was not instant"
    expect(page.locator(".step-form")).to_have_count(1)


def test_two_tabs_lose_no_step(page: Page, context: BrowserContext) -> None:
    visit(page, PLAN)
    other = context.new_page()
    visit(other, PLAN)
    add_step(page, when="one", action="go")
    expect(other.locator(".step")).to_have_count(1)
    add_step(other, when="two", action="go")
    expect(page.locator(".step")).to_have_count(2)
    page.locator(".step .task__box").first.check()
    expect(other.locator(".step .task__box:checked")).to_have_count(1)
    names = stored(page, ITEMS)["entries"].keys() - {"draft"}
    assert len(names) == 2


def test_what_was_begun_elsewhere_is_listed(page: Page) -> None:
    visit(page, CHECKLIST)
    boxes(page).first.check()
    visit(page, EMAIL)
    press(page, "edit")
    page.locator("[data-edit=body]").fill("Hi Aisha,\n\nThank you. <b>Really</b>")
    visit(page, QUESTIONS)
    page.locator("reflect-questions textarea").nth(2).fill("- I rambled\n- I rambled\n\nI was late")
    follow_link(page, PLAN)
    lists = group(page, "lists")
    expect(lists).to_contain_text(re.compile(r"1 of \d+ done"))
    expect(lists.get_by_role("link")).to_have_attribute("href", re.compile(f"{CHECKLIST}$"))
    drafts = group(page, "drafts")
    expect(drafts).to_contain_text("Thank you. <b>Really</b>")
    expect(drafts.get_by_role("link")).to_have_attribute("href", re.compile(f"{EMAIL}$"))
    expect(page.locator(".plan__start")).to_contain_text("Go through them once")
    lines = page.locator(".sort__text")
    expect(lines).to_have_text(["I rambled", "I was late"])
    page.get_by_role("link", name=re.compile("^Change this answer: ")).click()
    page.wait_for_selector(f'[data-page="{QUESTIONS}"]')


def test_lines_are_sorted_and_become_steps(page: Page) -> None:
    visit(page, QUESTIONS)
    page.locator("reflect-questions textarea").nth(2).fill("I rambled\nThey hired from within")
    visit(page, PLAN)
    page.get_by_role("button", name="Not in my hands: They hired from within").click()
    expect(group(page, "aside")).to_contain_text("They hired from within")
    expect(plan_status(page)).to_contain_text("Set aside. It was not yours to move.")
    page.get_by_role("button", name="I can change this: I rambled").click()
    changes = group(page, "changes")
    expect(changes).to_contain_text("I rambled")
    expect(page.locator(".plan__start")).to_contain_text("Give one line of it a moment and a day.")
    changes.get_by_role("button", name="Make it a step: I rambled").click()
    form = changes.locator("form")
    form.locator("[name=when]").fill("Tuesday")
    form.locator("[name=action]").fill("say it in one breath")
    expect(changes).to_be_visible()
    form.get_by_role("button", name="Keep it like this").click()
    expect(changes).to_be_hidden()
    expect(group(page, "undated")).to_contain_text("then I say it in one breath.")
    expect(page.locator(".sort__pile")).to_have_text(["In your plan", "Set aside"])
    page.get_by_role("button", name="Put back: They hired from within").click()
    expect(group(page, "aside")).to_be_hidden()


def test_without_scripts_there_are_lines_to_write_on(open_context: OpenContext) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(PLAN)
    expect(page.locator("bounce-plan")).to_be_hidden()
    sheet = page.locator(".plan-sheet")
    expect(sheet).to_contain_text("Print this page, and write one or two steps on it.")
    expect(sheet.locator("li")).to_have_count(3)
    expect(page.get_by_role("link", name="the interview review")).to_be_visible()

"""Questions to pick from, beside writing one's own."""

from playwright.sync_api import Page, expect

from reader import BODY, clipboard, field, fill_all, press, status, visit

ASK = "emails/feedback-only/"


def test_up_to_three_questions_are_picked_or_written_and_stand_in_the_email(page: Page) -> None:
    visit(page, ASK)
    fill_all(page)
    questions = field(page, "questions")
    questions.fill("")
    offers = page.locator(".suggestion:visible")
    first, second, third, fourth = (offers.nth(number) for number in range(4))
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    # A question of the reader's own counts, and stays where it is.
    questions.press("End")
    questions.press_sequentially("\nIs there a course you would suggest?")
    third.click()
    lines = [first.inner_text(), "Is there a course you would suggest?", third.inner_text()]
    expect(questions).to_have_value("\n".join(lines))
    # With three there, no fourth goes in; with one taken out, it does.
    expect(fourth).to_have_attribute("aria-disabled", "true")
    fourth.focus()
    page.keyboard.press("Enter")
    expect(questions).to_have_value("\n".join(lines))
    first.click()
    expect(first).to_have_attribute("aria-pressed", "false")
    fourth.click()
    lines = [*lines[1:], fourth.inner_text()]
    assert "\n\n" + "\n".join(lines) + "\n\n" in page.locator(BODY).inner_text()
    press(page)
    expect(status(page)).to_contain_text("Copied")
    assert "\n".join(lines) in clipboard(page)
    # Kept, and shown as picked, on the next visit.
    visit(page, ASK)
    expect(questions).to_have_value("\n".join(lines))
    expect(fourth).to_have_attribute("aria-pressed", "true")
    expect(second).to_have_attribute("aria-pressed", "false")


def test_without_the_code_for_picking_the_questions_are_typed(page: Page, watch) -> None:
    page.route("**/suggestions.*.js", lambda route: route.abort())
    visit(page, ASK)
    expect(page.locator(".suggestions")).to_have_count(0)
    fill_all(page, questions="What should I work on first?")
    expect(page.locator(BODY)).to_contain_text("What should I work on first?")
    watch.faults.clear()

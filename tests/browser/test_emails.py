"""The composer: fields are typed once, versions are chosen, and the letter follows."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

from reader import (
    EMAIL,
    GUIDE,
    OTHER_EMAIL,
    choose,
    field,
    fill_all,
    follow_link,
    press,
    preview,
    visit,
    wait_until_alive,
)

DETAILS = "bounceback:details:site"


def gaps(page: Page, name: str) -> Locator:
    return page.locator(f".letter:visible [data-field={name}][data-filled=false]")


def test_what_is_typed_appears_in_every_slot_at_once(email: Page) -> None:
    slots = email.locator(".letter:visible [data-field=role]")
    expect(slots.first).to_have_text("[role]")
    field(email, "role").press_sequentially("Junior illustrator")
    assert slots.all_inner_texts() == ["Junior illustrator"] * slots.count()
    expect(slots.first).to_have_attribute("data-filled", "true")
    field(email, "role").fill("")
    expect(slots.first).to_have_text("[role]")
    expect(slots.first).to_have_attribute("data-filled", "false")


def test_a_gap_is_a_link_to_its_field(email: Page) -> None:
    gaps(email, "company").get_by_role("link").first.click()
    expect(field(email, "company")).to_be_focused()
    assert email.url.endswith(EMAIL)


def test_details_are_typed_once_for_the_whole_site(email: Page) -> None:
    field(email, "role").fill("Junior illustrator")
    follow_link(email, OTHER_EMAIL)
    expect(field(email, "role")).to_have_value("Junior illustrator")
    expect(gaps(email, "role")).to_have_count(0)
    email.reload()
    wait_until_alive(email)
    expect(field(email, "role")).to_have_value("Junior illustrator")


def test_details_appear_in_another_tab(email: Page, context: BrowserContext) -> None:
    other = context.new_page()
    visit(other, OTHER_EMAIL)
    field(email, "your_name").fill("Nadia")
    expect(field(other, "your_name")).to_have_value("Nadia")
    expect(gaps(other, "your_name")).to_have_count(0)


def test_versions_switch_without_losing_anything_and_are_remembered(email: Page) -> None:
    fill_all(email, your_name="Nadia")
    choose(email, 2)
    expect(email.locator(".letter:visible")).to_have_count(1)
    expect(gaps(email, "your_name")).to_have_count(0)
    formal = preview(email)
    email.reload()
    wait_until_alive(email)
    assert preview(email) == formal
    choose(email, 0)
    assert preview(email) != formal
    follow_link(email, OTHER_EMAIL)
    expect(email.locator(".composer__variants input").first).to_be_checked()


def test_only_the_fields_of_the_chosen_version_are_asked_for(email: Page) -> None:
    expect(field(email, "interview_topic")).to_be_hidden()
    choose(email, 1)
    expect(field(email, "interview_topic")).to_be_visible()


def test_going_back_after_the_browser_filled_the_form_shows_what_is_kept(
    email: Page, context: BrowserContext
) -> None:
    field(email, "role").fill("Old")
    email.goto(GUIDE)
    other = context.new_page()
    visit(other, EMAIL)
    field(other, "role").fill("New")
    choose(other, 1)
    other.wait_for_function("(k) => localStorage.getItem(k).includes('New')", arg=DETAILS)
    email.go_back()
    wait_until_alive(email)
    expect(field(email, "role")).to_have_value("New")
    assert preview(email) == preview(other)


def test_return_in_a_field_does_not_leave_the_page(email: Page) -> None:
    email.evaluate("window.isSameDocument = true")
    field(email, "role").fill("Illustrator")
    field(email, "role").press("Enter")
    assert email.evaluate("window.isSameDocument")


def test_filling_in_makes_no_request(email: Page) -> None:
    email.wait_for_load_state("networkidle")
    asked: list[str] = []
    email.on("request", lambda request: asked.append(request.url))
    fill_all(email)
    choose(email, 1)
    press(email)
    press(email)
    email.wait_for_timeout(400)  # longer than the delay before a write
    assert asked == []

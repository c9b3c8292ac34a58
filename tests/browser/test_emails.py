"""The composer: what is seen is what is copied, and no gap goes unnoticed."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from reader import (
    BODY,
    EMAIL,
    GUIDE,
    OTHER_EMAIL,
    SUBJECT,
    clipboard,
    field,
    fill_all,
    follow_link,
    press,
    preview,
    visit,
    wait_until_alive,
)

DETAILS = "bounceback:details:site"
KINDS = "navigator.clipboard.read().then(([item]) => item.types)"


def status(page: Page) -> Locator:
    return page.locator("email-template .status").first


def gaps(page: Page, name: str) -> Locator:
    return page.locator(f".letter:visible [data-field={name}][data-filled=false]")


def choose(page: Page, number: int) -> None:
    page.locator(".composer__variants label").nth(number).click()


@pytest.fixture
def email(page: Page) -> Page:
    """The thank-you email, nothing filled in."""
    visit(page, EMAIL)
    return page


def test_what_is_typed_appears_in_every_slot_at_once(email: Page) -> None:
    slots = email.locator(".letter:visible [data-field=role]")
    expect(slots.first).to_have_text("[role]")
    field(email, "role").press_sequentially("Junior illustrator")
    assert slots.all_inner_texts() == ["Junior illustrator"] * slots.count()
    expect(slots.first).to_have_attribute("data-filled", "true")
    field(email, "role").fill("")
    expect(slots.first).to_have_text("[role]")
    expect(slots.first).to_have_attribute("data-filled", "false")


def test_what_is_copied_is_what_is_previewed(email: Page) -> None:
    fill_all(email, your_name="Nadia", role="Junior illustrator")
    press(email)
    expect(status(email)).to_have_text("Copied. Paste it wherever you write to them.")
    assert clipboard(email) == preview(email)
    assert "Nadia" in preview(email)
    assert "[" not in preview(email)


def test_subject_and_text_are_copied_apart(email: Page) -> None:
    fill_all(email)
    press(email, "copy-subject")
    expect(status(email)).to_have_text("Subject copied.")
    assert clipboard(email) == email.locator(SUBJECT).inner_text()
    press(email, "copy-body")
    expect(status(email)).to_have_text("Text copied, without the subject.")
    assert clipboard(email) == email.locator(BODY).inner_text()


def test_the_first_press_with_gaps_names_them_and_goes_to_the_first(email: Page) -> None:
    email.evaluate("navigator.clipboard.writeText('before')")
    field(email, "role").fill("Illustrator")
    press(email)
    expect(status(email)).to_have_text(re.compile('^Still empty: ".*",? and "Your name"'))
    first = email.locator(".field__input:visible").first
    expect(first).to_be_focused()
    expect(status(email)).to_contain_text(email.locator(".field__label:visible").first.inner_text())
    assert clipboard(email) == "before"


def test_the_second_press_copies_with_the_gaps_showing(email: Page) -> None:
    press(email)
    press(email)
    expect(status(email)).to_have_text(re.compile("^Copied"))
    assert clipboard(email) == preview(email)
    assert "[your name]" in clipboard(email)


@pytest.mark.parametrize("edit", ["type", "choose"])
def test_after_a_change_the_gaps_are_named_again(email: Page, edit: str) -> None:
    press(email)
    if edit == "type":
        field(email, "role").fill("Illustrator")
    else:
        choose(email, 1)
    expect(status(email)).to_be_empty()
    press(email)
    expect(status(email)).to_have_text(re.compile("^Still empty"))


def test_a_gap_outside_the_copied_part_does_not_matter(email: Page) -> None:
    choose(email, 1)
    field(email, "role").fill("Illustrator")
    press(email, "copy-subject")
    expect(status(email)).to_have_text("Subject copied.")


def test_one_gap_is_named_in_the_singular(email: Page) -> None:
    fill_all(email, your_name=" ")
    press(email)
    expect(status(email)).to_have_text(re.compile('^Still empty: "Your name". Fill it in'))


def test_the_same_message_twice_is_announced_twice(email: Page) -> None:
    fill_all(email)
    email.evaluate(
        """() => {
            window.announced = [];
            const region = document.querySelector("email-template .status");
            new MutationObserver(() => announced.push(region.textContent))
                .observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    for _ in range(3):
        press(email)
        expect(status(email)).to_have_text(re.compile("^Copied"))
    email.wait_for_function("() => announced.length === 3")
    first, second, third = email.evaluate("announced")
    assert first != second != third
    assert first.strip() == second.strip() == third.strip()


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


def test_a_refused_clipboard_is_said_and_the_text_selected(email: Page) -> None:
    email.evaluate(
        """() => {
            const refuse = () => Promise.reject(new DOMException("Denied", "NotAllowedError"));
            navigator.clipboard.writeText = refuse;
        }"""
    )
    fill_all(email)
    press(email)
    expect(status(email)).to_have_text(re.compile("The text is selected"))
    selected = email.evaluate("String(getSelection())")
    assert selected.split() == preview(email).removeprefix("Subject: ").split()
    press(email, "copy-body")
    body = email.locator(BODY).inner_text()
    assert email.evaluate("String(getSelection())") == body
    email.keyboard.press("ControlOrMeta+c")
    assert clipboard(email) == body
    assert email.evaluate(KINDS) == ["text/plain"]


def test_a_missing_clipboard_is_said_and_the_text_selected(email: Page) -> None:
    email.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    fill_all(email)
    press(email, "copy-subject")
    expect(status(email)).to_have_text(re.compile("The text is selected"))
    assert email.evaluate("String(getSelection())") == email.locator(SUBJECT).inner_text()


def test_copying_by_hand_gives_plain_text(email: Page) -> None:
    fill_all(email)
    email.locator(BODY).evaluate("(body) => getSelection().selectAllChildren(body)")
    email.keyboard.press("ControlOrMeta+c")
    assert email.evaluate(KINDS) == ["text/plain"]
    assert clipboard(email) == email.locator(BODY).inner_text()


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


HOSTILE = [
    "{{role}}",
    "$& $1 $$ $`",
    "<img src=x onerror=alert(1)><script>alert(1)</script>&amp;",
    "__proto__",
    "\u202eabc \u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627",
    "\U0001f469\u200d\U0001f680 Zo\u00eb",
    "x" * 100_000,
]


def test_any_text_is_shown_and_copied_as_text(email: Page) -> None:
    for value in HOSTILE:
        fill_all(email, your_name=value, role=value)
        assert value in preview(email)
        press(email)
        expect(status(email)).to_have_text(re.compile("^Copied"))
        assert clipboard(email) == preview(email)
        assert email.locator(".letter img, .letter script").count() == 0


@pytest.mark.parametrize("value", [HOSTILE[2], HOSTILE[-1]], ids=["markup", "very long"])
def test_any_text_is_kept(email: Page, value: str) -> None:
    fill_all(email, your_name=value)
    email.reload()
    wait_until_alive(email)
    expect(field(email, "your_name")).to_have_value(value)
    assert value in preview(email)


UNFIT = {
    "Na\\0dia": "Nadia",
    "Na\\ud800dia": "Na\ufffddia",
    "\\tNadia\\u2028Karim ": "Nadia Karim",
    "\\u0007\\u001b[2J": "[2J",
}


def test_what_would_break_in_a_mail_program_does_not_reach_the_letter(email: Page) -> None:
    fill_all(email)
    for typed, shown in UNFIT.items():
        # As an escape: half a character cannot travel to the browser as it is.
        email.evaluate(
            f"""() => {{
                const name = document.querySelector("[name=your_name]");
                name.value = "{typed}";
                name.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
            }}"""
        )
        slot = email.locator(".letter:visible [data-field=your_name]").last
        assert slot.text_content() == shown
        press(email)
        expect(status(email)).to_have_text(re.compile("^Copied"))
        assert clipboard(email) == preview(email)


def test_an_address_keeps_its_lines(page: Page) -> None:
    visit(page, "emails/letter/")
    fill_all(page, your_address="14 Jalan Kenari\n47100 Puchong")
    assert "14 Jalan Kenari\n47100 Puchong" in page.locator(BODY).inner_text()
    press(page)
    assert clipboard(page) == preview(page)


def test_what_has_no_subject_is_copied_as_it_is(page: Page) -> None:
    visit(page, "emails/call-script/")
    fill_all(page, role="Illustrator")
    expect(page.locator("[data-action]:visible")).to_have_count(1)
    press(page)
    expect(status(page)).to_have_text(re.compile("^Copied"))
    assert clipboard(page) == page.locator(BODY).inner_text()

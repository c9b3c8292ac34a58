"""Copying: what is seen is what is copied, and no gap goes unnoticed."""

import re

import pytest
from playwright.sync_api import Page, expect

from reader import (
    BODY,
    SUBJECT,
    choose,
    clipboard,
    field,
    fill_all,
    press,
    preview,
    status,
    visit,
)

KINDS = "navigator.clipboard.read().then(([item]) => item.types)"


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


def test_what_has_no_subject_is_copied_as_it_is(page: Page) -> None:
    visit(page, "emails/call-script/")
    fill_all(page, role="Illustrator")
    page.locator(".composer__more > summary").click()
    expect(page.locator("[data-action=print]")).to_be_visible()
    for action in ("copy-subject", "copy-body", "mail", "gmail", "outlook", "eml"):
        expect(page.locator(f"[data-action={action}]:visible")).to_have_count(0)
    press(page)
    expect(status(page)).to_have_text(re.compile("^Copied"))
    assert clipboard(page) == page.locator(BODY).inner_text()


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

"""Changing the words freely: from then on the text is the reader's, and is not lost."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from reader import (
    EMAIL,
    OTHER_EMAIL,
    SUBJECT,
    clipboard,
    field,
    fill_all,
    follow_link,
    press,
    preview,
    status,
    store,
    stored,
    visit,
    wait_until_alive,
)
from site_under_test import Site
from test_keyboard import tab_to
from test_sending import CATCH_MAIL, download, read_eml, read_mailto

DRAFTS = f"bounceback:draft:{EMAIL}"
DETAILS = "bounceback:details:site"


def body(page: Page) -> Locator:
    return page.locator("[data-edit=body]")


def subject(page: Page) -> Locator:
    return page.locator("[data-edit=subject]")


def choose(page: Page, number: int) -> None:
    page.locator(".composer__variants label").nth(number).click()


def edit(page: Page) -> None:
    press(page, "edit")
    expect(body(page)).to_be_focused()


@pytest.fixture
def email(page: Page) -> Page:
    """The thank-you email, filled in."""
    page.add_init_script(CATCH_MAIL)
    visit(page, EMAIL)
    fill_all(page, your_name="Nadia", role="Illustrator")
    return page


def test_the_text_to_change_is_the_one_that_was_shown(email: Page) -> None:
    before = preview(email)
    edit(email)
    assert f"Subject: {subject(email).input_value()}\n\n{body(email).input_value()}" == before
    expect(email.locator(".letter:visible")).to_have_count(0)
    expect(email.locator(".composer__fields .field:visible")).to_have_count(0)
    expect(email.locator(".composer__own")).to_be_visible()
    expect(email.locator("[data-action=edit]")).to_be_hidden()


def test_every_action_takes_the_changed_text(email: Page) -> None:
    edit(email)
    subject(email).fill("Thank you, Zoë")
    body(email).fill("Hi,\n\nmy own words 👋\n")
    text = ("Thank you, Zoë", "Hi,\n\nmy own words 👋")
    press(email)
    expect(status(email)).to_have_text(re.compile("^Copied"))
    assert clipboard(email) == "Subject: Thank you, Zoë\n\nHi,\n\nmy own words 👋"
    press(email, "copy-subject")
    expect(status(email)).to_have_text("Subject copied.")
    assert clipboard(email) == text[0]
    press(email, "copy-body")
    expect(status(email)).to_have_text(re.compile("^Text copied"))
    assert clipboard(email) == text[1]
    press(email, "mail")
    expect(status(email)).to_contain_text("mail program")
    assert read_mailto(email.evaluate("window.mailto")) == text
    assert read_eml(download(email)[1]) == text


def test_the_changed_text_is_what_prints(email: Page) -> None:
    edit(email)
    subject(email).fill("My subject")
    body(email).fill("A line\n" * 80)
    email.emulate_media(media="print")
    email.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = email.locator(".letter:visible")
    expect(printed).to_have_count(1)
    expect(printed.locator(".letter__subject")).to_have_text("Subject My subject")
    assert printed.locator(".letter__body").inner_text() == ("A line\n" * 80).strip()
    expect(email.locator(".composer__editor")).to_be_hidden()
    email.evaluate("dispatchEvent(new Event('afterprint'))")
    email.emulate_media(media="screen")
    expect(email.locator(".letter--printed")).to_have_count(0)


def test_the_browser_prints_the_changed_text_without_being_asked_by_us(email: Page) -> None:
    edit(email)
    email.evaluate(
        """() => addEventListener("beforeprint", () => {
            window.onPaper = document.querySelector(".letter--printed .letter__body")?.textContent;
        })"""
    )
    body(email).fill("On paper")
    email.pdf()
    assert email.evaluate("window.onPaper") == "On paper"


def test_a_draft_is_kept_with_what_a_list_needs_and_restored(email: Page) -> None:
    edit(email)
    body(email).fill("My own words")
    email.reload()
    wait_until_alive(email)
    expect(body(email)).to_have_value("My own words")
    expect(email.locator(".letter:visible")).to_have_count(0)
    [draft] = stored(email, DRAFTS)["entries"].values()
    assert draft["value"] == {
        "title": email.locator("h1").inner_text(),
        "version": "Warm, short",
        "subject": subject(email).input_value(),
        "body": "My own words",
    }
    press(email)
    expect(status(email)).to_have_text(re.compile("^Copied"))
    assert clipboard(email).endswith("\n\nMy own words")


def test_a_draft_is_there_after_instant_navigation_and_only_on_its_page(email: Page) -> None:
    edit(email)
    body(email).fill("My own words")
    follow_link(email, OTHER_EMAIL)
    expect(body(email)).to_be_hidden()
    follow_link(email, EMAIL)
    expect(body(email)).to_have_value("My own words")


def test_each_version_has_its_own_draft(email: Page) -> None:
    edit(email)
    body(email).fill("Warm words")
    choose(email, 2)
    expect(body(email)).to_be_hidden()
    formal = preview(email)
    assert "Dear" in formal
    edit(email)
    body(email).fill("Formal words")
    choose(email, 0)
    expect(body(email)).to_have_value("Warm words")
    choose(email, 2)
    expect(body(email)).to_have_value("Formal words")


def test_the_template_comes_back_with_undo(email: Page) -> None:
    before = preview(email)
    edit(email)
    body(email).fill("My own words")
    press(email, "template")
    expect(status(email)).to_contain_text("This is the template again.")
    expect(email.locator("[data-action=edit]")).to_be_focused()
    assert preview(email) == before
    status(email).get_by_role("button", name="Undo").click()
    expect(body(email)).to_have_value("My own words")
    expect(body(email)).to_be_focused()
    expect(status(email)).to_have_text("Put back as it was.")
    email.reload()
    wait_until_alive(email)
    expect(body(email)).to_have_value("My own words")


def test_undo_waits_while_the_reader_types_and_finds_its_version(email: Page) -> None:
    edit(email)
    body(email).fill("My own words")
    press(email, "template")
    expect(status(email)).to_contain_text("This is the template again.")
    field(email, "role").fill("Designer")
    choose(email, 2)
    status(email).get_by_role("button", name="Undo").click()
    expect(email.locator(".composer__variants input").first).to_be_checked()
    expect(body(email)).to_have_value("My own words")


def test_details_no_longer_change_the_text_but_are_kept(
    email: Page, context: BrowserContext
) -> None:
    edit(email)
    text = body(email).input_value()
    other = context.new_page()
    visit(other, OTHER_EMAIL)
    field(other, "your_name").fill("Karim")
    expect(field(email, "your_name")).to_have_value("Karim")
    expect(body(email)).to_have_value(text)
    press(email, "template")
    expect(field(email, "your_name")).to_be_visible()
    assert preview(email).endswith("Karim")


def test_a_draft_appears_in_another_tab_and_goes_there(
    email: Page, context: BrowserContext
) -> None:
    other = context.new_page()
    visit(other, EMAIL)
    edit(email)
    body(email).fill("From the first tab")
    expect(body(other)).to_have_value("From the first tab")
    body(other).fill("From the second tab")
    expect(body(email)).to_have_value("From the second tab")
    press(other, "template")
    expect(body(email)).to_be_hidden()
    assert preview(email) == preview(other)


def test_gaps_in_the_changed_text_are_named_and_selected(email: Page) -> None:
    field(email, "your_name").fill("")
    edit(email)
    press(email)
    expect(status(email)).to_have_text(re.compile('^Still empty: "Your name". Fill it in'))
    expect(body(email)).to_be_focused()
    selected = body(email).evaluate("(a) => a.value.slice(a.selectionStart, a.selectionEnd)")
    assert selected == "[your name]"
    email.keyboard.type("Nadia")
    press(email)
    expect(status(email)).to_have_text(re.compile("^Copied"))
    assert clipboard(email).endswith("Nadia")


def test_a_refused_clipboard_selects_the_changed_text(email: Page) -> None:
    edit(email)
    body(email).fill("My own words")
    email.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    press(email)
    expect(status(email)).to_have_text(re.compile("The text is selected"))
    assert email.evaluate("String(getSelection())") == "My own words"


HOSTILE = [
    "<img src=x onerror=alert(1)></textarea><script>alert(1)</script>&amp;",
    "{{role}} $& $1 `${x}`",
    "\u202eabc \u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627 👩‍🚀",
    "long " * 20_000,
]


def test_any_changed_text_is_copied_and_kept_as_text(email: Page) -> None:
    edit(email)
    for value in HOSTILE:
        body(email).fill(value)
        press(email)
        expect(status(email)).to_have_text(re.compile("^Copied"))
        assert clipboard(email).endswith(f"\n\n{value.strip()}")
        assert read_eml(download(email)[1])[1] == value.strip()
    email.reload()
    wait_until_alive(email)
    expect(body(email)).to_have_value(HOSTILE[-1])


def test_what_would_break_in_a_mail_program_does_not_leave(email: Page) -> None:
    edit(email)
    email.evaluate(
        r"""() => {
            const [subject, body] = document.querySelectorAll("[data-edit]");
            subject.value = "a\tb\u0007 \ud800";
            body.value = "one\u2028two\u0000\udc00\r\nthree";
            body.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }"""
    )
    press(email)
    expect(status(email)).to_have_text(re.compile("^Copied"))
    assert clipboard(email) == "Subject: a\tb \ufffd\n\none\ntwo\ufffd\nthree"
    assert read_eml(download(email)[1]) == ("a\tb \ufffd", "one\ntwo\ufffd\nthree")
    press(email, "mail")
    expect(status(email)).to_contain_text("mail program")
    email.reload()
    wait_until_alive(email)
    expect(body(email)).to_have_value(re.compile("^one"))


@pytest.mark.parametrize("value", ["text", {"title": 1}, {"body": "x"}, None])
def test_a_draft_that_is_not_one_is_set_aside(page: Page, value: object) -> None:
    entries = {"email-recruiter-warm-short": {"value": value, "at": 1}}
    store(page, DRAFTS, json.dumps({"schema": 1, "entries": entries}))
    visit(page, EMAIL)
    expect(page.locator(SUBJECT)).to_be_visible()
    expect(page.locator(".trouble:not(:empty)")).to_be_visible()
    aside = page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':aside:'))")
    assert len(aside) == 1


def test_details_are_cleared_for_the_whole_site_with_undo(email: Page) -> None:
    press(email, "clear-details")
    expect(status(email)).to_contain_text("Your details are cleared.")
    expect(field(email, "your_name")).to_have_value("")
    assert "[your name]" in preview(email)
    assert "Nadia" not in json.dumps(stored(email, DETAILS))
    field(email, "role").fill("Designer")
    status(email).get_by_role("button", name="Undo").click()
    expect(field(email, "your_name")).to_have_value("Nadia")
    # What was typed since is newer.
    expect(field(email, "role")).to_have_value("Designer")
    press(email, "clear-details")
    follow_link(email, OTHER_EMAIL)
    expect(field(email, "your_name")).to_have_value("")


def test_typing_changes_only_the_slots_of_that_field(email: Page) -> None:
    choose(email, 1)
    field(email, "role").focus()
    email.evaluate(
        """() => {
            window.touched = new Set();
            new MutationObserver((changes) => {
                for (const { target } of changes) {
                    const at = target.parentElement?.closest("[data-field]") ?? target;
                    touched.add(at.dataset?.field ?? at.className);
                }
            }).observe(document.body, {
                attributes: true, childList: true, characterData: true, subtree: true,
            });
        }"""
    )
    field(email, "role").press_sequentially("abc")
    assert email.evaluate("[...touched]") == ["role"]


def test_typing_in_the_editor_changes_nothing_but_the_text(email: Page) -> None:
    edit(email)
    email.wait_for_timeout(700)
    email.evaluate(
        """() => {
            window.changes = 0;
            new MutationObserver((all) => (changes += all.length)).observe(document.body, {
                attributes: true, childList: true, characterData: true, subtree: true,
            });
        }"""
    )
    body(email).press_sequentially("More words. ")
    assert email.evaluate("changes") == 0


def test_no_request_is_made_while_typing(own_page: Page, site: Site) -> None:
    visit(own_page, EMAIL)
    own_page.wait_for_load_state("networkidle")
    before = len(site.requests)
    fill_all(own_page)
    own_page.wait_for_timeout(400)
    assert site.requests[before:] == []
    with own_page.expect_response(re.compile(r"/_data/tone\.json$")):
        edit(own_page)
    own_page.wait_for_load_state("networkidle")
    before = len(site.requests)
    body(own_page).press_sequentially("I don't understand why. ")
    subject(own_page).press_sequentially("Why? ")
    expect(own_page.locator(".tone__finding")).to_have_count(1)
    choose(own_page, 1)
    edit(own_page)
    body(own_page).press_sequentially("As I already said, ")
    own_page.wait_for_timeout(700)
    assert site.requests[before:] == []


def test_the_whole_of_it_with_the_keyboard_alone(page: Page) -> None:
    page.add_init_script(CATCH_MAIL)
    visit(page, EMAIL)
    fill_all(page)
    tab_to(page, page.locator("[data-action=edit]"))
    page.keyboard.press("Enter")
    expect(body(page)).to_be_focused()
    page.keyboard.type("I don't understand why. ")
    finding = page.locator(".tone__find")
    expect(finding).to_have_count(1)
    tab_to(page, finding)
    page.keyboard.press("Enter")
    expect(body(page)).to_be_focused()
    page.keyboard.type("would like to know what")
    tab_to(page, page.locator(".composer__more > summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("[data-action=mail]"))
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("mail program")
    assert "like to know what" in read_mailto(page.evaluate("window.mailto"))[1]
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        if page.locator("[data-action=template]").evaluate("(b) => b === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("[data-action=edit]")).to_be_focused()
    tab_to(page, status(page).get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    expect(body(page)).to_be_focused()
    expect(body(page)).to_have_value(re.compile("^I would like to know what"))

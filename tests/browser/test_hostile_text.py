"""Whatever is typed is text: shown, copied and kept as text."""

import re

import pytest
from playwright.sync_api import Page, expect

from reader import (
    BODY,
    clipboard,
    field,
    fill_all,
    press,
    preview,
    status,
    visit,
    wait_until_alive,
)

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

"""A message that somebody got: pasted, read, corrected, and answered."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from reader import NOW, PLAN, clipboard, field, press, stored, visit, wait_until_alive
from site_under_test import Site
from test_every_page import axe_faults

MESSAGE = """Hi Nadia,

Thank you for coming in for the interview. Unfortunately we have decided to move forward with
another candidate for the Junior Illustrator position at Lantern Studio. We will keep your CV on
file, and you are welcome to ask for feedback.

Kind regards,
Aisha Rahman
"""
PASTE = """([text, html]) => {
    const data = new DataTransfer();
    if (text) data.setData("text/plain", text);
    if (html) data.setData("text/html", html);
    const area = document.querySelector("#paste-text");
    const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
    area.dispatchEvent(paste);
    if (text) area.setRangeText(text);
}"""

# What a host sends for the box, compressed with brotli as `make site` does.
MOST_BYTES = 25_200

TOMORROW = "new Intl.DateTimeFormat('sv').format(new Date().setHours(36, 0, 0))"


def paste(page: Page, text: str = "", html: str = "") -> None:
    make_ready(page)
    page.evaluate(PASTE, [text, html])


def make_ready(page: Page) -> None:
    """Use the box, and wait until what reads messages has been loaded."""
    box(page).focus()
    page.wait_for_selector("pasted-message[data-ready]")


def box(page: Page) -> Locator:
    return page.get_by_label("The message, as you got it")


def reading(page: Page) -> Locator:
    return page.locator(".reading")


@pytest.fixture
def now(page: Page) -> Page:
    visit(page, NOW)
    return page


def test_the_whole_way_from_a_pasted_message_to_a_copied_email(now: Page) -> None:
    paste(now, MESSAGE)
    expect(reading(now).get_by_role("heading", name="A rejection")).to_be_focused()
    expect(reading(now).locator(".signal")).to_have_count(3)
    company = reading(now).locator("[data-name=company]")
    expect(company.locator(".finding__value")).to_have_text("Lantern Studio")
    company.locator(".finding__value").click()
    expect(reading(now).locator("mark[data-shown]")).to_have_text("Lantern Studio")
    company.get_by_role("button", name="Not right?").click()
    company.get_by_label("Company").fill("Lantern House")
    assert now.evaluate("Object.keys(localStorage)") == []
    reading(now).get_by_role("link", name=re.compile("Write it")).click()
    now.wait_for_selector("email-template")
    wait_until_alive(now)
    for name, value in {
        "company": "Lantern House",
        "role": "Junior Illustrator",
        "recruiter_name": "Aisha Rahman",
        "your_name": "Nadia",
    }.items():
        if field(now, name).count():
            expect(field(now, name)).to_have_value(value)
    details = stored(now, "bounceback:details:site")
    assert "Lantern House" in str(details)
    assert "move forward" not in now.evaluate("JSON.stringify(localStorage)")
    press(now)
    press(now)
    assert "Junior Illustrator" in clipboard(now)


def test_nothing_is_asked_for_while_pasting(now: Page, site: Site) -> None:
    make_ready(now)
    site.requests.clear()
    now.evaluate(PASTE, [MESSAGE, ""])
    expect(reading(now)).to_be_visible()
    assert site.requests == []


def test_the_code_comes_only_when_the_box_is_used(page: Page, site: Site) -> None:
    site.requests.clear()
    visit(page, NOW)
    page.wait_for_load_state("networkidle")
    assert [path for path in site.requests if "decode" in path] == []


def test_using_the_box_adds_few_bytes(own_page: Page, site: Site) -> None:
    visit(own_page, NOW)
    own_page.wait_for_load_state("networkidle")
    site.requests.clear()
    make_ready(own_page)
    assert {Path(path).suffix for path in site.requests} == {".js", ".json"}
    sizes = [(site.folder / f"{path.lstrip('/')}.br").stat().st_size for path in site.requests]
    assert sum(sizes) <= MOST_BYTES, dict(zip(site.requests, sizes, strict=True))


def test_home_has_the_box_behind_a_summary(page: Page) -> None:
    visit(page, ".")
    page.get_by_text("Paste the message you received").click()
    paste(page, MESSAGE)
    expect(reading(page).get_by_role("heading", name="A rejection")).to_be_visible()


def test_html_alone_is_read_as_text_and_nothing_in_it_runs_or_loads(now: Page, site: Site) -> None:
    make_ready(now)
    site.requests.clear()
    markup = MESSAGE.replace("\n\n", "</p><p>") + (
        f"<img src='{site.url}spy.png' onerror='window.ran = 1'>"
        "<script>window.ran = 1</script><style>@import url(spy.css)</style>"
    )
    now.evaluate(PASTE, ["", f"<p>{markup}</p>"])
    expect(reading(now).get_by_role("heading", name="A rejection")).to_be_visible()
    expect(box(now)).to_have_value(re.compile("^Hi Nadia,\n\nThank you"))
    assert [path for path in site.requests if "spy" in path] == []
    assert now.evaluate("window.ran") is None


def test_hostile_text_is_text(now: Page) -> None:
    odd = "<img src=x onerror='window.ran = 1'>\u202e\u0000"
    paste(now, MESSAGE.replace("Lantern Studio", f"Lantern Studio {odd}") + odd * 10_000)
    expect(reading(now).get_by_role("heading", name="A rejection")).to_be_visible()
    assert reading(now).locator("img").count() == 0
    assert now.evaluate("window.ran") is None


def test_other_kinds_are_said_and_the_reader_may_know_better(now: Page) -> None:
    paste(now, "Hi Nadia, we have received your application for Junior Illustrator.")
    expect(reading(now).get_by_role("heading", name="A receipt")).to_be_visible()
    expect(reading(now).get_by_role("link", name=re.compile("Write it"))).to_be_hidden()
    reading(now).locator("[data-correct=kind]").select_option("rejection")
    expect(reading(now).get_by_role("heading", name="A rejection")).to_be_visible()
    expect(reading(now).get_by_role("link", name=re.compile("Write it"))).to_be_visible()


def test_an_empty_box_is_said_and_keyboard_and_screen_reader_have_all_of_it(now: Page) -> None:
    box(now).focus()
    now.keyboard.press("Tab")
    now.keyboard.press("Enter")
    expect(now.locator("pasted-message > form .status")).to_have_text(
        "Paste or type the message first."
    )
    box(now).fill(MESSAGE)
    now.get_by_role("button", name="Read it").click()
    expect(reading(now)).to_be_visible()
    assert axe_faults(now) == []


def test_a_reminder_to_answer_goes_into_the_plan_and_holds_nothing_of_the_message(
    now: Page,
) -> None:
    paste(now, MESSAGE)
    days = [now.evaluate(TOMORROW)]
    now.get_by_text("Remind me tomorrow at nine").click()
    remind = reading(now).locator("[data-remind=answer]")
    remind.get_by_role("button", name="Put it in my plan").click()
    expect(remind.get_by_role("status")).to_contain_text("It is in your plan")
    plan = stored(now, "bounceback:plan:site")
    [item] = [entry["value"] for entry in plan["entries"].values()]
    assert item["action"].startswith("answer them: ")
    assert item["time"] == "09:00"
    # It may just have struck midnight.
    assert item["day"] in [*days, now.evaluate(TOMORROW)]
    assert "Lantern" not in str(plan)
    remind.get_by_role("button", name="Undo").click()
    expect(remind.get_by_role("status")).to_have_text("Put back as it was.")
    assert "value" not in str(stored(now, "bounceback:plan:site"))
    # While they are still deciding, it is to ask; where nobody reads an answer, there is none.
    reading(now).locator("[data-correct=kind]").select_option("pending")
    expect(now.get_by_text("Remind me in a week")).to_be_visible()
    expect(now.get_by_text("Remind me tomorrow at nine")).to_be_hidden()
    box(now).fill(f"{MESSAGE}\nPlease do not reply to this email: no-reply@lantern.example")
    now.get_by_role("button", name="Read it").click()
    expect(now.get_by_text("Remind me tomorrow at nine")).to_be_hidden()


def test_the_text_is_kept_only_while_the_reader_has_that_ticked(own_page: Page) -> None:
    kept = "bounceback:message:site"
    visit(own_page, NOW)
    tick = own_page.get_by_label("Keep this text on this device")
    expect(tick).not_to_be_checked()
    box(own_page).fill(MESSAGE)
    assert own_page.evaluate("Object.keys(localStorage)") == []
    tick.check()
    expect(own_page.locator(".paste__form > .status")).to_have_text("Kept in this browser.")
    # Home shows it when its box is unfolded, and the plan lists it.
    visit(own_page, ".")
    own_page.get_by_text("Paste the message you received").click()
    expect(box(own_page)).to_have_value(MESSAGE)
    visit(own_page, PLAN)
    group = own_page.locator("[data-group=message]")
    expect(group).to_contain_text("Hi Nadia, Thank you for coming in")
    group.get_by_role("button", name="Erase this text").click()
    expect(group).to_be_hidden()
    assert "Nadia" not in own_page.evaluate("JSON.stringify(localStorage)")
    own_page.get_by_role("button", name="Undo").click()
    group.get_by_role("link", name="Read it once more").click()
    expect(box(own_page)).to_have_value(MESSAGE)
    expect(tick).to_be_checked()
    tick.uncheck()
    expect(own_page.locator(".paste__form > .status")).to_have_text("The text is no longer kept.")
    expect(box(own_page)).to_have_value(MESSAGE)
    assert "value" not in str(stored(own_page, kept))

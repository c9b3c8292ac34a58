"""What leaves the plan, comes into it, and goes away."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from conftest import OpenContext, Watch
from reader import EMAIL, PLAN, QUESTIONS, field, stored, visit, wait_until_alive
from test_plan import ITEMS, MONDAY, add_step, day, group, on_monday, plan_status
from test_privacy import use_everything

EVERYTHING = "Object.fromEntries(Object.entries(localStorage))"


def saved(page: Page, press: Callable[[], None]) -> tuple[str, str]:
    """Return the name and the text of the file that a button gives."""
    with page.expect_download() as download:
        press()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes().decode()


def tool(page: Page, name: str) -> None:
    page.locator(f".plan__tools [data-action={name}]").click()


def unfold(page: Page, title: str) -> None:
    page.locator(".plan__tools summary", has_text=title).click()


def take_in(page: Page, text: str) -> None:
    file = {"name": "copy.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("#plan-import").set_input_files(files=[file])


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Australia/Sydney"])
def test_steps_reach_the_calendar_at_the_readers_time(open_context: OpenContext, zone: str) -> None:
    page = open_context(timezone_id=zone).new_page()
    page.clock.set_fixed_time(
        datetime(MONDAY.year, MONDAY.month, MONDAY.day, 10, tzinfo=ZoneInfo(zone))
    )
    visit(page, PLAN)
    add_step(page, when="seven", action="write; a, b", day=day(1), time="19:00", weekly="yes")
    add_step(page, when="noon", action="call", day=day(2))
    name, text = saved(page, lambda: tool(page, "all-ics"))
    calendar = Calendar.from_ical(text)
    weekly, whole = calendar.events
    assert name == "plan.ics"
    start = weekly["DTSTART"].dt
    assert start.astimezone(UTC) == datetime(2026, 11, 24, 19, tzinfo=ZoneInfo(zone)).astimezone(
        UTC
    )
    assert weekly["SUMMARY"] == "If it is seven, then I write; a, b."
    assert whole["DTSTART"].dt == date(2026, 11, 25)
    row = page.locator(".step").first
    row.locator("summary").click()
    name, text = saved(page, lambda: row.locator("[data-action=step-ics]").click())
    assert [one["UID"] for one in Calendar.from_ical(text).events] == [weekly["UID"]]
    expect(row.locator("[data-action=step-outlook]")).to_be_hidden()
    links = catch_links(page)
    row.locator("[data-action=step-google]").click()
    expect(plan_status(page)).to_contain_text("Opened in a new tab")
    asked = parse_qs(urlsplit(links()[0]).query)
    assert asked["dates"] == ["20261124T190000/20261124T193000"]
    assert (asked["ctz"], asked["recur"]) == ([zone], ["RRULE:FREQ=WEEKLY"])
    other = page.locator(".step").nth(1)
    other.locator("summary").click()
    other.locator("[data-action=step-outlook]").click()
    page.wait_for_function("() => window.links.length === 2")
    asked = parse_qs(urlsplit(links()[1]).query)
    assert (asked["startdt"], asked["enddt"]) == (["2026-11-25"], ["2026-11-26"])
    assert asked["subject"] == ["If it is noon, then I call."]


def catch_links(page: Page) -> Callable[[], list[str]]:
    """From now on, note addresses that would open in a new tab, and open none."""
    page.evaluate(
        """() => {
            window.links = [];
            HTMLAnchorElement.prototype.click = function () { window.links.push(this.href); };
        }"""
    )
    return lambda: page.evaluate("window.links")


def test_export_erase_import_gives_back_the_same(own_page: Page) -> None:
    use_everything(own_page)
    visit(own_page, PLAN)
    before = own_page.evaluate(EVERYTHING)
    name, text = saved(own_page, lambda: tool(own_page, "export"))
    assert re.fullmatch(r"bounce-back-\d{4}-\d\d-\d\d\.json", name)
    unfold(own_page, "Erase everything")
    tool(own_page, "erase")
    dialog = own_page.locator("dialog")
    expect(dialog).to_contain_text(re.compile(r"\d+ things that you ticked, wrote or chose"))
    own_page.keyboard.press("Escape")
    assert own_page.evaluate(EVERYTHING) == before
    tool(own_page, "erase")
    dialog.get_by_role("button", name="Erase everything").click()
    expect(plan_status(own_page)).to_contain_text("This browser keeps nothing of this site now.")
    assert own_page.evaluate(EVERYTHING) == {}
    expect(own_page.locator(".step")).to_have_count(0)
    unfold(own_page, "Bring in a copy")
    take_in(own_page, text)
    expect(plan_status(own_page)).to_contain_text(re.compile(r"Brought in: \d+ things added\."))
    expect(own_page.locator(".step")).to_have_count(1)
    after = own_page.evaluate(EVERYTHING)
    assert after == before
    take_in(own_page, text)
    expect(plan_status(own_page)).to_contain_text("nothing in it that is not here already")


def test_an_import_merges_and_is_undone_in_every_tab(open_context: OpenContext) -> None:
    page = on_monday(open_context)
    add_step(page, when="noon", action="call")
    _, text = saved(page, lambda: tool(page, "export"))
    page.clock.set_fixed_time(f"{MONDAY}T11:00:00")
    add_step(page, when="one", action="walk")
    [name] = (
        stored(page, ITEMS)["entries"].keys()
        - {"draft"}
        - set(json.loads(text)["records"]["plan:site"]["entries"])
    )
    page.get_by_role("button", name="Change: If it is noon").click()
    page.locator(".step__form [name=action]").fill("call Aisha")
    page.get_by_role("button", name="Keep it like this").click()
    unfold(page, "Bring in a copy")
    take_in(page, text)
    expect(plan_status(page)).to_contain_text("nothing in it that is not here already")
    changed = json.loads(text)
    for entry in changed["records"]["plan:site"]["entries"].values():
        if "value" in entry:
            entry.update(value={**entry["value"], "action": "sing"}, at=entry["at"] + 10**8)
    changed["records"]["answers:" + QUESTIONS] = {
        "schema": 1,
        "entries": {"went-well": {"value": "The end <img src=x onerror=alert(1)>", "at": 1}},
    }
    other = page.context.new_page()
    visit(other, PLAN)
    take_in(page, json.dumps(changed))
    expect(plan_status(page)).to_contain_text("Brought in: 1 thing added and 1 newer than here.")
    for tab in (page, other):
        expect(group(tab, "undated")).to_contain_text("sing")
        expect(group(tab, "undated")).to_contain_text("walk")
        expect(tab.locator(".sort__text")).to_have_text("The end <img src=x onerror=alert(1)>")
    plan_status(page).get_by_role("button", name="Undo").click()
    for tab in (page, other):
        expect(group(tab, "undated")).to_contain_text("call Aisha")
        expect(tab.locator(".sort__text")).to_have_count(0)
    assert "value" in stored(page, ITEMS)["entries"][name]


def big(size: int) -> bytes:
    return b'{"format": "bounce-back", "version": 1, "records": {"' + b"x" * size + b'": 1}}'


FAULTS = {
    "empty": (b"", "This file is empty."),
    "not JSON": (b"\x89PNG\r\n", "This is not a copy from this site, or it is damaged."),
    "another's": (b"{}", "This is not a copy from this site."),
    "newer": (b'{"format": "bounce-back", "version": 9}', "made by a newer version"),
    "50 MB": (big(50_000_000), "larger than anything this site can keep"),
    "a million items": (b"[" + b"0," * 999_999 + b"0]", "This is not a copy from this site."),
    "a million ticks": (
        b'{"format":"bounce-back","version":1,"records":{"done:site":{"schema":1,"entries":{'
        + b",".join(b'"%x":{"at":1}' % number for number in range(700_000))
        + b"}}}}",
        "holds more than this site can keep",
    ),
    "no room": (
        json.dumps(
            {
                "format": "bounce-back",
                "version": 1,
                "records": {
                    "done:site": {"schema": 1, "entries": {"a": {"value": True, "at": 1}}},
                    "details:site": {
                        "schema": 1,
                        "entries": {"role": {"value": "x" * 6_000_000, "at": 1}},
                    },
                },
            }
        ).encode(),
        "not enough room in this browser",
    ),
    "wrong types": (
        b'{"format":"bounce-back","version":1,"records":{"plan:site":{"schema":1,"entries":'
        b'{"a":{"value":{"pile":"<b>"},"at":1}}},"__proto__":{"schema":1,"entries":{}},"done:site":[]}}',
        "There was nothing in it that is not here already.",
    ),
}


def test_no_file_that_is_brought_in_does_harm(open_context: OpenContext, tmp_path: Path) -> None:
    page = on_monday(open_context)
    add_step(page, when="noon", action="call")
    before = page.evaluate(EVERYTHING)
    unfold(page, "Bring in a copy")
    for name, (body, words) in FAULTS.items():
        file = tmp_path / "copy.json"
        file.write_bytes(body)
        page.locator("#plan-import").set_input_files(file)
        expect(plan_status(page), name).to_contain_text(words, timeout=60_000)
        assert page.evaluate(EVERYTHING) == before, name
        assert page.evaluate("({}).polluted === undefined")
    # And the page works on.
    add_step(page, when="one", action="walk")
    expect(page.locator(".step")).to_have_count(2)


def test_the_plan_as_text_holds_what_was_written(own_page: Page) -> None:
    use_everything(own_page)
    visit(own_page, PLAN)
    name, text = saved(own_page, lambda: tool(own_page, "export-markdown"))
    assert re.fullmatch(r"plan-\d{4}-\d\d-\d\d\.md", name)
    assert "# My plan" in text
    assert "- [x] I My step." in text
    assert "> An answer" in text
    assert "> My own words" in text


def test_a_shared_plan_is_read_and_leaves_the_others_plan_alone(open_context: OpenContext) -> None:
    page = on_monday(open_context)
    add_step(page, when="noon", action="call <b>Aisha</b>", day=day(1), time="19:00")
    page.locator(".step .task__box").check()
    unfold(page, "Show it to someone")
    expect(page.locator(".plan__tools")).to_contain_text(
        "It does not hold your emails, your details"
    )
    tool(page, "share")
    expect(page.locator("#plan-link")).to_have_value(re.compile("#plan=1"))
    link = page.locator("#plan-link").input_value()
    assert len(link) <= 8000
    assert re.fullmatch(r".*/plan/#plan=1\.[\w-]+", link)
    tool(page, "copy-link")
    expect(plan_status(page)).to_have_text("Link copied.")

    mentor = open_context().new_page()
    visit(mentor, PLAN)
    add_step(mentor, when="one", action="walk")
    before = mentor.evaluate(EVERYTHING)
    mentor.goto(link)  # the same document: only what stands after the # changes
    shared = mentor.locator(".plan__shared")
    expect(shared.get_by_role("heading", name="A plan that somebody shared")).to_be_focused()
    expect(shared).to_contain_text("If it is noon, then I call <b>Aisha</b>.")
    expect(shared).to_contain_text("Tuesday 24 November at 19:00, done")
    expect(shared).not_to_contain_text("walk")
    expect(mentor.locator(".plan__steps")).to_be_hidden()
    mentor.reload()
    wait_until_alive(mentor)
    expect(shared).to_contain_text("noon")
    assert mentor.evaluate(EVERYTHING) == before
    mentor.get_by_role("button", name="Go to my own plan").click()
    expect(group(mentor, "undated")).to_contain_text("walk")
    assert "#" not in mentor.url
    mentor.goto(link[:-20])
    expect(shared).to_contain_text("This link is not complete")


def test_a_plan_too_large_for_a_link_is_offered_as_a_file(page: Page) -> None:
    visit(page, QUESTIONS)
    # Words that no compression makes small.
    noise = "crypto.getRandomValues(new Uint8Array(9000)).join(' ')"
    page.locator("textarea").first.fill(page.evaluate(noise))
    visit(page, PLAN)
    unfold(page, "Show it to someone")
    page.get_by_label("Include my answers").check()
    tool(page, "share")
    expect(plan_status(page)).to_contain_text("too much for a link")
    offer = plan_status(page).get_by_role("button", name="Save as text (.md)")
    name, _ = saved(page, offer.click)
    assert name.endswith(".md")
    page.get_by_label("Include my answers").uncheck()
    tool(page, "share")
    expect(page.locator("#plan-link")).to_have_value(re.compile("#plan=1"))


def test_an_email_can_be_put_off_with_a_reminder(open_context: OpenContext) -> None:
    page = open_context(timezone_id="Europe/London").new_page()
    page.clock.set_fixed_time(f"{MONDAY}T22:00:00Z")
    visit(page, EMAIL)
    field(page, "recruiter_name").fill("Aisha")
    page.locator(".composer__remind > summary").click()
    remind = page.locator(".composer__remind")
    expected = {
        "Tomorrow at nine, to answer": MONDAY + timedelta(days=1),
        "In two weeks, to ask once more": MONDAY + timedelta(days=14),
        "In six months, to apply again": date(2027, 5, 23),
    }
    for label, when in expected.items():
        remind.get_by_label(label).check()
        _, text = saved(page, remind.locator("[data-action=remind-ics]").click)
        [event] = Calendar.from_ical(text).events
        nine = datetime(when.year, when.month, when.day, 9, tzinfo=ZoneInfo("Europe/London"))
        assert event["DTSTART"].dt.astimezone(UTC) == nine.astimezone(UTC)
        assert event["URL"].endswith(EMAIL)
        assert "Aisha" not in text
    remind.get_by_label("Tomorrow at nine").check()
    remind.get_by_role("button", name="Put it in my plan").click()
    expect(page.locator("email-template .status").first).to_contain_text("It is in your plan")
    visit(page, PLAN)
    expect(page.locator(".week__day").nth(1)).to_contain_text("then I answer them: ")


def test_when_storage_is_refused_the_tools_say_so(page: Page, watch: Watch) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    visit(page, PLAN)
    add_step(page, when="noon", action="call")
    expect(page.locator(".step")).to_have_count(1)
    expect(page.locator(".trouble:not(:empty)")).to_have_count(1)
    tool(page, "export")
    expect(plan_status(page)).to_contain_text("This could not be done just now.")
    watch.faults.clear()  # our own line about it

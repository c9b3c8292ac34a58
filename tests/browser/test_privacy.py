"""What the privacy page says is kept, and nothing else, nowhere else."""

import re
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page, Request, expect

from conftest import OpenContext
from reader import (
    CHECKLIST,
    EMAIL,
    NOW,
    PLAN,
    QUESTIONS,
    boxes,
    fill_all,
    follow_link,
    press,
    status,
    visit,
)
from recording_proxy import recording_proxy
from site_under_test import ROOT, Site
from test_pasted_message import MESSAGE, paste, reading
from test_plan import add_step, plan_status

# The kinds of record, each with the words of the privacy page that name it.
KINDS = {
    "checklist": "what you ticked in the checklists",
    "answers": "your answers",
    "details": "the details you filled in for an email",
    "email": "the version of it you chose",
    "draft": "an email you put into your own words",
    "message": "a message you pasted, only where you ticked",
    "plan": "the steps of your plan",
    "interviews": "the interviews you named",
    "chosen": "which interview you were writing about",
    "done": "which of your steps are done",
    "theme": "whether you chose light or dark",
}


def use_everything(page: Page) -> None:
    visit(page, CHECKLIST)
    page.locator("[data-toggle=scheme]").click()
    boxes(page).first.check()
    follow_link(page, QUESTIONS)
    page.locator("reflect-questions textarea").first.fill("An answer")
    page.locator(".interview > summary").click()
    page.get_by_role("button", name="Add another interview").click()
    page.locator("[name=interview-company]").fill("Lantern")
    follow_link(page, EMAIL)
    page.locator(".composer__variants label").nth(1).click()
    fill_all(page)
    press(page)
    press(page, "edit")
    page.locator("[data-edit=body]").fill("My own words")
    follow_link(page, NOW)
    page.get_by_label("Keep this text on this device").check()
    page.locator("#paste-text").fill("My message from them")
    follow_link(page, PLAN)
    page.locator("[data-form=draft] [name=action]").fill("My step")
    page.get_by_role("button", name="Add this step").click()
    page.get_by_role("checkbox", name="My step").check()
    follow_link(page, "privacy/")


def test_only_what_the_privacy_page_names_is_kept_and_only_in_local_storage(own_page: Page) -> None:
    use_everything(own_page)
    keys = own_page.evaluate("Object.keys(localStorage)")
    assert {key.split(":")[0] for key in keys} == {"bounceback"}
    assert {key.split(":")[1] for key in keys} == KINDS.keys()
    for words in KINDS.values():
        expect(own_page.locator(".page")).to_contain_text(words)
    assert own_page.context.cookies() == []
    assert own_page.evaluate("Object.keys(sessionStorage)") == []
    assert own_page.evaluate("indexedDB.databases()") == []


def test_a_visit_without_a_tick_or_a_word_keeps_nothing(own_page: Page) -> None:
    for path in (".", CHECKLIST, QUESTIONS, EMAIL, PLAN):
        visit(own_page, path)
    assert own_page.evaluate("Object.keys(localStorage)") == []


# What Chromium asks its maker about any form, as the page says: "Your browser may do things".
ITS_OWN = "CONNECT content-autofill.googleapis.com:443"


def save_and_print(page: Page) -> None:
    """Copy, save and print an email; save the calendar, and a copy of everything to read again."""
    visit(page, EMAIL)
    press(page, "copy")
    expect(status(page)).to_contain_text("Copied")
    with page.expect_download():
        press(page, "eml")
    press(page, "print")
    page.wait_for_function("() => window.isPrinted")
    visit(page, PLAN)
    add_step(page, action="My other step", day="2030-01-01")
    tools = page.locator(".plan__tools")
    with page.expect_download():
        tools.locator("[data-action=all-ics]").click()
    with page.expect_download() as copy:
        tools.locator("[data-action=export]").click()
    page.locator("#plan-import").set_input_files(copy.value.path())
    expect(plan_status(page)).to_contain_text("already")


def do_the_rest(page: Page) -> None:
    """Do what is left: choose, paste, search, save, read again, share, erase, get lost."""
    save_and_print(page)
    visit(page, NOW)
    page.locator("details.triage > summary").first.click()
    paste(page, MESSAGE)
    expect(reading(page).get_by_role("heading", name="A rejection")).to_be_visible()
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").fill("voicemail")
    expect(page.locator(".search__results a").first).to_be_visible()
    page.keyboard.press("Escape")
    visit(page, PLAN)
    page.locator(".plan__tools summary", has_text="Show it to someone").click()
    page.locator(".plan__tools [data-action=share]").click()
    expect(page.locator("#plan-link")).to_have_value(re.compile("#plan=1"))
    page.locator(".plan__tools summary", has_text="Erase everything").click()
    page.locator(".plan__tools [data-action=erase]").click()
    page.locator("dialog").get_by_role("button", name="Erase everything").click()
    page.wait_for_function("() => localStorage.length === 0")
    for path in ("guides/", "sources/", "contribute/components/", "404.html"):
        visit(page, path)


def test_a_reader_who_does_everything_sends_nothing_and_asks_nobody_else(
    open_context: OpenContext, site: Site
) -> None:
    """As the browser tells it, as the server sees it, and as a proxy that sees all of it does."""
    before = len(site.requests)
    with recording_proxy(site.url) as proxy:
        # Violations of the policy, and what is asked of others, are faults in every test: `watch`.
        page = open_context(proxy=proxy.for_everything).new_page()
        page.add_init_script("window.print = () => { window.isPrinted = true; }")
        told: list[Request] = []
        page.on("request", lambda request: told.extend([request]))
        use_everything(page)
        do_the_rest(page)
        assert page.context.cookies() == []
        assert page.evaluate("document.cookie") == ""
        page.context.close()
    assert {request.method for request in told} == {"GET"}
    assert [request.url for request in told if request.post_data] == []
    assert {line for line in proxy.refused if line != ITS_OWN} == set()
    assert len(proxy.passed) > 20
    written = re.compile(r"My|answer|Lantern|voicemail|Nadia|Aisha|own[ +%]", re.IGNORECASE)
    said = [unquote(request.url) for request in told if not request.url.startswith("blob:")]
    said += [unquote(line) for line in (*proxy.passed, *site.requests[before:])]
    assert [line for line in said if written.search(line.replace(EMAIL, ""))] == []


NOTHING_ELSE = (
    "test_privacy.test_only_what_the_privacy_page_names_is_kept_and_only_in_local_storage"
)
NOBODY_ELSE = "test_privacy.test_a_reader_who_does_everything_sends_nothing_and_asks_nobody_else"
SHARED = "test_plan_tools.test_a_shared_plan_is_read_and_leaves_the_others_plan_alone"
ERASED = "test_plan_tools.test_export_erase_import_gives_back_the_same"
OFFLINE = "test_offline.test_after_one_visit_everything_works_without_a_network"
REFUSED = "test_storage_faults.test_storage_that_is_refused"
# What no test can show, because others do it: the browser, the reader, whoever runs the server.
OTHERS = ""

# How each sentence of the privacy page begins, and the test that holds what it promises.
SENTENCES = {
    "While you write or tick, this site sends": NOBODY_ELSE,
    "There is no account, no cookie and no": NOBODY_ELSE,
    "So that you can come back": NOTHING_ELSE,
    "what you ticked in the checklists": NOTHING_ELSE,
    "what you wrote: your answers": NOTHING_ELSE,
    "a message you pasted, only where you": (
        "test_pasted_message.test_the_text_is_kept_only_while_the_reader_has_that_ticked"
    ),
    "whether you chose light or dark": NOTHING_ELSE,
    "They lie in the browser’s local storage": NOTHING_ELSE,
    "Nobody else has them": NOBODY_ELSE,
    "The browser also keeps a copy": OFFLINE,
    "Nothing of yours is in that copy": OFFLINE,
    "Where you asked the browser to save data": "test_offline.test_who_saves_data_gets_no_copy",
    "Another browser, another device": NOTHING_ELSE,
    "Someone who uses the same browser profile": OTHERS,
    "On a shared computer": OTHERS,
    "Some browsers clear such things": OTHERS,
    "Print what matters": OTHERS,
    "When the browser refuses to keep": REFUSED,
    "At the foot of your plan": ERASED,
    "It says how much there is": ERASED,
    "“Save a copy of everything” gives": ERASED,
    "Removing the site data": OTHERS,
    "A file that you save is yours": OTHERS,
    "A link that you make for somebody": SHARED,
    "Whoever has the link can read it": SHARED,
    "Before you make it": SHARED,
    "A reminder that you open": (
        "test_plan_tools.test_steps_reach_the_calendar_at_the_readers_time"
    ),
    "A message that you kept also has a butto": OTHERS,
    "Loading a page asks a server": OTHERS,
    "Your browser may do things of its own": OTHERS,
    "And once you paste an email": OTHERS,
}


def test_every_sentence_of_the_privacy_page_is_held_by_a_test() -> None:
    _, _, body = (ROOT / "docs/privacy.md").read_text(encoding="utf-8").split("---\n", 2)
    words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", body)
    lines = [line.removeprefix("- ") for line in words.splitlines() if line[:1] not in ("#", "")]
    sentences = [part for line in lines for part in re.split(r"(?<=[.!?])[”)]? +", line)]
    held = {start: [s for s in sentences if s.startswith(start)] for start in SENTENCES}
    assert {start: found for start, found in held.items() if len(found) != 1} == {}
    assert [s for s in sentences if not s.startswith(tuple(SENTENCES))] == []
    for test in filter(None, SENTENCES.values()):
        module, _, name = test.partition(".")
        text = (Path(__file__).parent / f"{module}.py").read_text(encoding="utf-8")
        assert f"def {name}(" in text, test

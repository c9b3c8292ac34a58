"""What the privacy page says is kept, and nothing else, nowhere else."""

from playwright.sync_api import Page, expect

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
    visit,
)

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


def test_what_is_written_is_sent_nowhere(own_page: Page) -> None:
    sent: list[str] = []
    own_page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    use_everything(own_page)
    assert sent
    assert [line for line in sent if "An answer" in line or "My%20" in line or "My " in line] == []

"""Answers: kept as they are typed, however the page is left."""

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from reader import (
    GUIDE,
    PLAN,
    QUESTIONS,
    follow_link,
    serve_changed,
    stored,
    visit,
    wait_until_alive,
)

KEY = f"bounceback:answers:{QUESTIONS}"


def answer(page: Page, number: int = 0) -> Locator:
    return page.locator("reflect-questions textarea").nth(number)


def test_answers_survive_a_reload_right_after_the_last_key(page: Page) -> None:
    visit(page, QUESTIONS)
    answer(page).fill("  They asked about\n\n\tmy portfolio. ")
    page.reload()
    wait_until_alive(page)
    expect(answer(page)).to_have_value("  They asked about\n\n\tmy portfolio. ")


def test_answers_survive_leaving_by_instant_navigation_right_after_the_last_key(
    page: Page,
) -> None:
    visit(page, QUESTIONS)
    page.evaluate("window.isSameDocument = true")
    answer(page, 1).fill("The panel laughed")
    follow_link(page, GUIDE)
    page.go_back()
    expect(answer(page, 1)).to_have_value("The panel laughed")
    assert page.evaluate("window.isSameDocument"), "the navigation was not instant"


def test_an_answer_is_written_while_the_reader_still_types(own_page: Page) -> None:
    """So that a tab killed in the middle of typing loses no more than a moment."""
    own_page.clock.install(time="2026-01-01")
    visit(own_page, QUESTIONS)
    answer(own_page).focus()
    own_page.clock.pause_at("2026-01-02")
    for key in "abc":
        own_page.keyboard.press(key)
        own_page.clock.run_for(150)
    assert [entry["value"] for entry in stored(own_page, KEY)["entries"].values()] == ["ab"]


def test_an_emptied_answer_stays_empty(page: Page) -> None:
    visit(page, QUESTIONS)
    answer(page).fill("Not this")
    answer(page).fill("")
    page.reload()
    wait_until_alive(page)
    expect(answer(page)).to_have_value("")


def test_an_answer_appears_in_another_tab_and_the_cursor_stays(
    page: Page, context: BrowserContext
) -> None:
    visit(page, QUESTIONS)
    other = context.new_page()
    visit(other, QUESTIONS)
    answer(other, 1).fill("Half a")
    answer(page).fill("From the first tab")
    expect(answer(other)).to_have_value("From the first tab")
    expect(answer(other, 1)).to_be_focused()
    answer(other, 1).press_sequentially(" sentence")
    expect(answer(page, 1)).to_have_value("Half a sentence")


def test_a_renamed_question_keeps_its_answer(page: Page) -> None:
    visit(page, QUESTIONS)
    old = answer(page).get_attribute("name")
    answer(page).fill("Still here")
    serve_changed(
        page,
        QUESTIONS,
        lambda html: html.replace(f'name="{old}"', f'name="new-id" data-was="{old}"'),
    )
    visit(page, QUESTIONS)
    expect(page.locator("textarea[name=new-id]")).to_have_value("Still here")


def test_that_answers_are_kept_is_said_once(page: Page) -> None:
    visit(page, QUESTIONS)
    answer(page).fill("One")
    expect(page.locator("reflect-questions .status").first).to_have_text("Kept in this browser.")
    page.evaluate("document.querySelector('reflect-questions .status').textContent = ''")
    answer(page).fill("Two")
    page.wait_for_function("(key) => localStorage.getItem(key).includes('Two')", arg=KEY)
    expect(page.locator("reflect-questions .status").first).to_be_empty()


def test_what_is_typed_before_the_code_arrives_is_kept(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/reflect-questions.*.js", lambda route: waiting.append(route))  # noqa: PLW0108
    page.goto(QUESTIONS)
    while not waiting:
        page.wait_for_timeout(10)
    answer(page).fill("Typed early")
    waiting[0].continue_()
    wait_until_alive(page)
    page.wait_for_function("(key) => localStorage.getItem(key)", arg=KEY)
    expect(answer(page)).to_have_value("Typed early")
    assert [entry["value"] for entry in stored(page, KEY)["entries"].values()] == ["Typed early"]


def test_hostile_answers_are_kept_as_typed(page: Page) -> None:
    texts = [
        "<img src=x onerror=alert(1)>",
        "__proto__",
        "\u202e\u05d0\u200f \ud83d\ude00",
        "x" * 100_000,
    ]
    visit(page, QUESTIONS)
    for number, text in enumerate(texts):
        answer(page, number).fill(text)
    page.reload()
    wait_until_alive(page)
    for number, text in enumerate(texts):
        expect(answer(page, number)).to_have_value(text)


def test_answers_belong_to_the_interview_that_is_chosen(
    page: Page, context: BrowserContext
) -> None:
    visit(page, QUESTIONS)
    answer(page).fill("They asked about my portfolio")
    page.locator(".interview > summary").click()
    company = page.locator("[name=interview-company]")
    company.fill("Lantern Studio")
    page.locator("[name=interview-date]").fill("2026-11-12")
    expect(page.locator(".interview__name")).to_have_text("Lantern Studio, 12 November 2026")
    page.get_by_role("button", name="Add another interview").click()
    expect(company).to_be_focused()
    expect(answer(page)).to_have_value("")
    expect(answer(page, 6)).to_have_value("")
    company.fill("Harbour Press")
    answer(page).fill("They were late")
    answer(page, 6).fill("Ask who will be there")
    other = context.new_page()
    visit(other, QUESTIONS)
    expect(answer(other)).to_have_value("They were late")
    # What another tab chooses changes nothing under the reader's hands.
    other.locator(".interview > summary").click()
    other.get_by_label("Lantern Studio, 12 November 2026").check()
    expect(answer(other)).to_have_value("They asked about my portfolio")
    answer(page).fill("They were late, and kind")
    page.get_by_label("Lantern Studio, 12 November 2026").check()
    expect(answer(page)).to_have_value("They asked about my portfolio")
    page.get_by_label("Harbour Press").check()
    expect(answer(page)).to_have_value("They were late, and kind")
    expect(answer(page, 6)).to_have_value("Ask who will be there")
    # The first interview is kept as if there were no others.
    assert stored(page, KEY)["entries"]["what-happened"]["value"] == "They asked about my portfolio"


def test_an_answer_is_sorted_below_its_question_and_reaches_the_plan(page: Page) -> None:
    visit(page, QUESTIONS)
    sort = page.locator(".sort").nth(2)
    expect(sort).to_be_hidden()
    answer(page, 2).fill("* I rambled\n\n  They had no budget <script>")
    sort.locator("summary").click()
    sort.get_by_role("button", name="I can change this: I rambled").press("Enter")
    back = sort.get_by_role("button", name="Put back: I rambled")
    expect(back).to_be_focused()
    expect(page.locator("reflect-questions .status").first).to_have_text(
        "It is in your plan now, under what you can change."
    )
    sort.get_by_role("button", name="Not in my hands: They had no budget <script>").click()
    expect(sort.locator(".sort__pile")).to_have_text(["In your plan", "Set aside"])
    follow_link(page, PLAN)
    expect(page.locator("[data-list=changes]")).to_contain_text("I rambled")
    expect(page.locator("[data-list=aside]")).to_contain_text("They had no budget <script>")
    expect(page.locator("[data-interview] h3")).to_have_text(["Your interview"])

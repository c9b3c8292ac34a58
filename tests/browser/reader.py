"""What a reader does on a page, and what they find there. Shared by the browser tests."""

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, Route

from site_under_test import Site

EMAIL = "emails/thank-you/"
OTHER_EMAIL = "emails/thank-you-and-feedback/"
CHECKLIST = "checklists/first-ten-minutes/"
TWO_LISTS = "checklists/before-you-press-send/"
QUESTIONS = "checklists/interview-review/"
PLAN = "plan/"
NOW = "now/"
GUIDE = "guides/first-ten-minutes/"

SUBJECT = "[data-part=subject]:visible"
BODY = "[data-part=body]:visible"
TROUBLE = ".trouble:not(:empty)"


def visit(page: Page, path: str) -> None:
    """Load a page and wait until its interactive parts are alive."""
    page.goto(path, wait_until="domcontentloaded")
    wait_until_alive(page)


def wait_until_alive(page: Page) -> None:
    """Wait until the code of every interactive part of the page has run."""
    tags = "task-checklist, reflect-questions, email-template, card-filter, bounce-plan"
    tags += ", pasted-message"
    # What is folded away is loaded when it is unfolded.
    parts = f":is({tags}):not(:defined, details:not([open]) *)"
    page.wait_for_function("(parts) => !document.querySelector(parts)", arg=parts)


def follow_link(page: Page, path: str) -> None:
    """Go to another page as a click on a link does, within one document."""
    page.evaluate(
        """(path) => {
            const link = document.createElement("a");
            link.href = new URL(path, document.querySelector("link[rel=canonical]").href);
            document.querySelector("main, article, body").append(link);
            link.click();
            link.remove();
        }""",
        "../" * 2 + path,
    )
    page.wait_for_selector(f'[data-page="{path.partition("#")[0]}"]')
    wait_until_alive(page)


def boxes(page: Page) -> Locator:
    """Return every check box of the page."""
    return page.locator("task-checklist input[type=checkbox]")


def ticked(page: Page) -> list[str]:
    """Return the ids of the ticked items."""
    return page.locator("task-checklist input:checked").evaluate_all(
        "(all) => all.map(b => b.name)"
    )


def checklist_paths(site: Site) -> list[str]:
    """Return the path of every checklist of the site."""
    folders = sorted((site.folder / "checklists").iterdir())
    return [f"checklists/{folder.name}/" for folder in folders if folder.is_dir()]


def press_item(page: Page, number: int, action: str) -> None:
    """Press a button of an item, counted from nought on the whole page."""
    item = page.locator(".task").nth(number)
    button = item.locator(f":scope > .task__panel [data-action={action}]")
    if not button.is_visible():
        item.locator(":scope > .task__more").click()
    button.click()


def page_said(page: Page) -> Locator:
    """Return the line in which the buttons below the lists say what happened."""
    return page.locator(".checklist__actions .status")


def field(page: Page, name: str) -> Locator:
    """Return the field of a placeholder."""
    return page.locator(f".field__input[name={name}]")


def fill_all(page: Page, **values: str) -> None:
    """Type into every field that the chosen version asks for; `values` by placeholder."""
    for name in page.locator(".field__input:visible").evaluate_all("(all) => all.map(f => f.name)"):
        field(page, name).fill(values.get(name, f"My {name}"))


def press(page: Page, action: str = "copy") -> None:
    """Press one of the buttons below the letter, also one that is folded away."""
    button = page.locator(f"email-template [data-action={action}]").first
    if not button.is_visible():
        page.locator(".composer__more > summary").click()
    button.click()


def status(page: Page) -> Locator:
    """Return the line in which the composer says what happened."""
    return page.locator("email-template .status").first


def preview(page: Page) -> str:
    """Return the letter as the reader sees it, in the form in which it is copied as a whole."""
    subject, body = page.locator(SUBJECT).inner_text(), page.locator(BODY).inner_text()
    return f"Subject: {subject}\n\n{body}"


def clipboard(page: Page) -> str:
    """Return what a paste would give now."""
    return page.evaluate("navigator.clipboard.readText()")


def stored(page: Page, key: str) -> Any:
    """Return a record as it lies in storage, or None."""
    raw = page.evaluate("(key) => localStorage.getItem(key)", key)
    return None if raw is None else json.loads(raw)


def store(page: Page, key: str, raw: str) -> None:
    """Put anything into storage, on a page of the site that keeps nothing there itself."""
    page.goto("404.html")
    page.evaluate("([key, raw]) => localStorage.setItem(key, raw)", [key, raw])


def serve_changed(page: Page, path: str, change: Callable[[str], str]) -> None:
    """From now on, serve a page as if its source had been edited."""

    def edit(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=change(response.text()))

    page.route(re.compile(rf"/{re.escape(path)}$"), edit)


def choose(page: Page, number: int) -> None:
    """Choose a version of the email, counted from nought."""
    page.locator(".composer__variants label").nth(number).click()

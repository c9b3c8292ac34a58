"""Every page of the site: accessible in light and dark, readable at 320 px, quiet."""

import json
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from conftest import OpenContext, Watch
from reader import CHECKLIST, EMAIL, QUESTIONS, boxes, press, visit
from site_under_test import Site

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 800}
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 99))"""


@dataclass
class Survey:
    """What one visit to every page found, as lines to read."""

    pages: int = 0
    light: list[str] = field(default_factory=list)
    dark: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)


def all_paths(site: Site) -> list[str]:
    """Return the path of every page that was built, the one for missing pages included."""
    files = sorted(site.folder.rglob("*.html"))
    paths = [str(file.relative_to(site.folder)).removesuffix("index.html") for file in files]
    return [path or "." for path in paths]


def axe_faults(page: Page, **options: object) -> list[str]:
    """Return what axe finds on the page as it is now, one line for each fault."""
    options = {"resultTypes": ["violations"], **options}
    return [
        f"{page.url}: {violation['id']}: {json.dumps(node['target'])} {node['failureSummary']}"
        for violation in Axe().run(page, options=options).response["violations"]
        for node in violation["nodes"]
    ]


@pytest.fixture(scope="module")
def survey(browser: Browser, site: Site) -> Survey:
    """Visit each page once, and look at it in every way."""
    survey, watch = Survey(), Watch(site)
    # Without motion, or a colour is measured half way from light to dark.
    context = browser.new_context(base_url=site.url, reduced_motion="reduce")
    watch.follow(context)
    page = context.new_page()
    for path in all_paths(site):
        survey.pages += 1
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(WIDE)
        visit(page, path)
        survey.light += axe_faults(page)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(NARROW)
        survey.sideways += [f"{path}: {culprit}" for culprit in page.evaluate(TOO_WIDE)]
        # Nothing but the colours differs in dark.
        survey.dark += axe_faults(page, runOnly=["color-contrast", "link-in-text-block"])
    context.close()
    survey.unseen = watch.faults
    return survey


def test_axe_finds_nothing_on_any_page(survey: Survey) -> None:
    assert survey.light == []
    assert survey.pages > 30


def test_axe_finds_no_weak_contrast_on_any_page_in_dark(survey: Survey) -> None:
    assert survey.dark == []


def test_no_page_scrolls_sideways_at_320_px(survey: Survey) -> None:
    assert survey.sideways == []


def test_no_page_logs_an_error_or_asks_a_third_party(survey: Survey) -> None:
    assert survey.unseen == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_when_things_are_filled_in_and_trouble_is_shown(
    open_context: OpenContext, scheme: str
) -> None:
    context = open_context(color_scheme=scheme)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    )
    page = context.new_page()
    visit(page, EMAIL)
    page.locator(".field__input:visible").first.fill("Aisha")
    press(page)
    faults = axe_faults(page)
    visit(page, CHECKLIST)
    boxes(page).first.check()
    faults += axe_faults(page)
    visit(page, QUESTIONS)
    page.locator("textarea").first.fill("An answer")
    faults += axe_faults(page)
    assert faults == []

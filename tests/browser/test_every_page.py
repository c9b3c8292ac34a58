"""Every page of the site: accessible in light and dark, readable at 320 px, quiet.

That no page logs an error or asks a third party is held by `open_context`, as in every test.
"""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from conftest import OpenContext
from reader import CHECKLIST, EMAIL, GUIDE, NOW, PLAN, QUESTIONS, boxes, press, visit
from site_under_test import ROOT, Site

PARTS = 6
NARROW: ViewportSize = {"width": 320, "height": 640}
MIDDLE: ViewportSize = {"width": 768, "height": 1024}
WIDE: ViewportSize = {"width": 1280, "height": 800}
# A colour is the same at any width; measuring it is most of the work.
WITHOUT_CONTRAST = {"color-contrast": {"enabled": False}}
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
DARK = re.compile(r"\[data-scheme=[^{]*\{([^}]*)\}")
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 99))"""


def all_paths(site: Site) -> list[str]:
    """Return the path of every page that was built, the one for missing pages included."""
    files = sorted(site.folder.rglob("*.html"))
    paths = [str(file.relative_to(site.folder)).removesuffix("index.html") for file in files]
    return [path or "." for path in paths]


def axe_faults(page: Page, **options: object) -> list[str]:
    """Return what axe finds on the page as it is now, one line for each fault."""
    # Nothing of ours needs the styles fetched once more, which is what `preload` does.
    options = {"resultTypes": ["violations"], "preload": False, **options}
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return [
        f"{page.url}: {violation['id']}: {json.dumps(node['target'])} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def faults_of(page: Page, path: str) -> list[str]:
    """Visit a page once; look at it at three widths, and at its colours in light and in dark."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    visit(page, path)
    faults = axe_faults(page)
    page.set_viewport_size(MIDDLE)
    faults += axe_faults(page, rules=WITHOUT_CONTRAST)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    faults += [f"{path}: too wide: {culprit}" for culprit in page.evaluate(TOO_WIDE)]
    return faults + axe_faults(page)


# In parts, which several processes can take; each takes about half a minute.
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_accessible_at_three_widths_in_light_and_dark(
    part: int, open_context: OpenContext, site: Site
) -> None:
    paths = all_paths(site)
    assert len(paths) > 60
    # Without motion, or a colour is measured half way from light to dark.
    page = open_context(reduced_motion="reduce").new_page()
    assert [fault for path in paths[part::PARTS] for fault in faults_of(page, path)] == []


def test_dark_differs_from_light_in_its_colours_only() -> None:
    """Which is why in the dark only what is about colours is looked at again."""
    styles = (ROOT / "overrides/assets/stylesheets/bounce-back.css").read_text()
    blocks = DARK.findall(styles)
    assert len(blocks) == styles.count("data-scheme=")
    lines = [line.strip() for block in blocks for line in block.strip().splitlines()]
    assert [line for line in lines if not line.startswith(("--", "color-scheme: "))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE], ids=["narrow", "middle", "wide"])
def test_colours_of_each_type_of_page_are_told_apart_at_every_width(
    size: ViewportSize, scheme: str, open_context: OpenContext
) -> None:
    page = open_context(viewport=size, color_scheme=scheme, reduced_motion="reduce").new_page()
    faults: list[str] = []
    for path in (".", "guides/", GUIDE, EMAIL, CHECKLIST, QUESTIONS, PLAN, NOW):
        visit(page, path)
        faults += axe_faults(page, runOnly=RULES_OF_COLOUR)
    assert faults == []


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
    visit(page, NOW)
    page.locator("details.triage").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
    faults += axe_faults(page)
    assert faults == []

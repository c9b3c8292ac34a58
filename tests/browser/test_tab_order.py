"""Where Tab goes on each type of page, held against `tab-order.txt`, and whether it can be seen.

After a change that is meant, `REFRESH=1 make test ARGS=tests/browser/test_tab_order.py` writes the
file anew; read what changed in it before it is committed.
"""

import os
from pathlib import Path

from playwright.sync_api import Page

from conftest import OpenContext
from reader import CHECKLIST, EMAIL, GUIDE, NOW, PLAN, QUESTIONS, visit

FILE = Path(__file__).with_name("tab-order.txt")
PATHS = (".", GUIDE, EMAIL, CHECKLIST, QUESTIONS, PLAN, NOW, "guides/", "about/")
PHONE = {"width": 360, "height": 640}
MOST = 150

# What has the focus, by its role and name, and what is wrong with it. Content, of which there may
# be more tomorrow, is named by its kind.
FOCUSED = """async () => {
    await new Promise(requestAnimationFrame);
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const kinds = {
        ".cards, .card": "(cards)",
        ".task": "(items)",
        ".prose a:not(:has(svg)):not(.card *, email-template *, nav *)": "(links in the text)",
    };
    const [, kind] = Object.entries(kinds).find(([inside]) => element.closest(inside)) ?? [];
    const label = element.labels?.[0]?.innerText;
    const words = element.ariaLabel || label || element.innerText || element.name || element.id;
    const type = element.matches("a") ? "link" : element.type ?? element.localName;
    const name = kind ?? `${type}: ${words.replace(/\\s+/g, " ").trim()}`;
    const faults = [];
    if (!element.checkVisibility()) faults.push("is not visible");
    const { left, right, top, bottom } = element.getClientRects()[0] ?? new DOMRect();
    const isFree = [[2, 2], [1, 1], [2, 1], [1, 2], [0, 0]].some(([x, y]) => {
        const at = (from, to, where) => [(from + to) / 2, from + 2, to - 2][where];
        const hit = document.elementFromPoint(at(left, right, x), at(top, bottom, y));
        return hit && (element.contains(hit) || hit.contains(element)
            || [...element.labels ?? []].some((label) => label.contains(hit)));
    });
    if (!isFree) faults.push("is covered");
    return [name, faults.map((fault) => `${name} ${fault}`)];
}"""

# Every part that is smaller, with all that presses it too (its label; the card that a link covers),
# than it may be. A link among words is as high as they are, and WCAG leaves that be.
SMALL = """([parts, least]) => {
    const covers = (element) => {
        const { content, position } = getComputedStyle(element, "::after");
        return content !== "none" && position === "absolute" ? [element.offsetParent] : [];
    };
    const area = (element) => [element, ...element.labels ?? [], ...covers(element)]
        .map((part) => part.getBoundingClientRect())
        .reduce((a, b) => a.width * a.height > b.width * b.height ? a : b);
    const isInline = (element) => getComputedStyle(element).display === "inline";
    const isAmongWords = (element) => {
        let block = element;
        while (isInline(block)) block = block.parentElement;
        return block.textContent.trim().length > element.textContent.trim().length;
    };
    return [...document.querySelectorAll(parts)].filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true })) return false;
        if (element.matches("a") && isInline(element) && isAmongWords(element)) return false;
        const { width, height } = area(element);
        return width > 1 && Math.min(width, height) < least;
    }).map((element) => element.outerHTML.slice(0, 150));
}"""
PRESSED = "a[href], button, input, select, textarea, summary"


def walk(page: Page) -> tuple[list[str], list[str]]:
    """Press Tab until it comes round; returns what it reached, and what is wrong there."""
    names: list[str] = []
    faults: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or (len(names) > 1 and found[0] == names[0]):
            return names, faults
        if found[0] not in names[-2:] or not found[0].startswith("("):
            names.append(found[0])
        faults += found[1]
    raise AssertionError(f"Tab does not come round on {page.url} with {MOST} times")


def test_tab_goes_through_each_type_of_page_in_order_and_in_sight(
    open_context: OpenContext,
) -> None:
    page = open_context(viewport=PHONE, reduced_motion="reduce", has_touch=True).new_page()
    lines: list[str] = []
    faults: list[str] = []
    for path in PATHS:
        visit(page, path)
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.title().endswith("Bounce Back")
        small = page.evaluate(SMALL, [PRESSED, 44])
        faults += [f"{path}: small: {part}" for part in small]
        names, found = walk(page)
        faults += [f"{path}: {fault}" for fault in found]
        lines += [f"# {path}", *names, ""]
    if os.environ.get("REFRESH"):
        FILE.write_text("\n".join(lines), encoding="utf-8")
    assert faults == []
    assert lines == FILE.read_text(encoding="utf-8").split("\n")

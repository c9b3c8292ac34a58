"""What the design promises in figures: valid HTML, contrast, bytes, and nothing that jumps."""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from conftest import OpenContext
from reader import CHECKLIST, EMAIL, visit
from site_under_test import ROOT, Site

COMPONENTS = "contribute/components/"
NODE = os.environ.get("PLAYWRIGHT_NODEJS_PATH", "node")
VALIDATOR = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
# Two check boxes of the theme's frame, which no template of ours writes.
OF_THE_THEME = {"#__drawer", "#__search"}

# Blocks of the frame, of whole pages and drawings. All other parts are components.
NO_COMPONENTS = {
    *("site-head", "site-foot", "site-nav", "skip", "scheme", "brand", "mark", "content", "page"),
    *("hero", "doors", "path", "picks", "promise", "plan-sheet", "printed-from", "js", "js-only"),
    *("drawing", "d-line", "d-dots", "d-sun", "d-leaf", "d-card", "d-mist", "d-deep", "d-bounce"),
    *("d-ball", "md-toggle", "md-overlay", "md-skip", "md-dialog", "md-container", "md-main"),
    # Further names for a look that is shown, and the frame around a wide table.
    *("icon", "danger", "important", "success", "wide"),
}

HOME_BUDGET = 95_000  # bytes, everything the home page loads, gzip 6
FONT_BUDGET = 40_000
CSS_BUDGET = 20_000
REQUEST_BUDGET = 12
# Sixteen pixels of text appear half a pixel wider while a font arrives; nobody sees less than this.
SLOW_LINE = {
    "offline": False,
    "latency": 20,  # milliseconds
    "downloadThroughput": 30_000,  # bytes a second
    "uploadThroughput": 30_000,
}
SHIFT_BUDGET = 0.001

# The spacing of WCAG 1.4.12, which readers may set for themselves.
SPACED_OUT = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""


@pytest.mark.skipif(not VALIDATOR.is_file(), reason="npm could not be reached")
def test_every_page_and_every_component_is_valid_html(site: Site, tmp_path: Path) -> None:
    pattern = f"{site.folder}/**/*.html"
    config = str(ROOT / ".htmlvalidate.json")
    command = [NODE, str(VALIDATOR), "--config", config, "--formatter", "json", pattern]
    # A file, because the validator ends before a pipe has taken all it wrote.
    report = tmp_path / "report.json"
    with report.open("w") as output:
        subprocess.run(command, stdout=output, check=False)
    results = json.loads(report.read_text())
    faults = [
        f"{result['filePath']}:{message['line']}: {message['message']}"
        for result in results
        for message in result["messages"]
        if message["selector"] not in OF_THE_THEME
    ]
    assert faults == []
    # The validator lists only files with findings, and each page has the theme's two.
    assert len(results) == len(list(site.folder.rglob("*.html")))


def test_every_pair_of_colours_has_enough_contrast() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/contrast.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout.splitlines()[0])
    assert done.returncode == 0, done.stdout


def test_no_page_has_inline_styles_or_scripts(site: Site) -> None:
    inline = re.compile(
        r"<[^>]*\sstyle=|<style|<[^>]*\son[a-z]+=|<script(?![^>]*\b(?:src|type=\"application/json\"))"
    )
    found = {
        str(page.relative_to(site.folder)): inline.findall(page.read_text())
        for page in site.folder.rglob("*.html")
    }
    assert {page: tags for page, tags in found.items() if tags} == {}


def test_home_stays_within_its_bytes_and_requests(own_page: Page, site: Site) -> None:
    # In a profile of its own: what a first visit loads, with nothing in the cache.
    site.requests.clear()
    visit(own_page, ".")
    own_page.evaluate("document.fonts.ready")
    own_page.wait_for_function(
        "() => performance.getEntriesByType('navigation')[0].loadEventEnd > 0"
    )
    own_page.wait_for_load_state("networkidle")
    asked = {path.partition("?")[0] for path in site.requests}
    sizes = {path: _gzipped(site, path) for path in asked if not path.endswith("favicon.ico")}
    fonts = sum(size for path, size in sizes.items() if path.endswith(".woff2"))
    print(f"home: {sum(sizes.values())} bytes, fonts {fonts}, {len(sizes)} requests")
    # All of it was seen: the style sheet, the scripts and both typefaces.
    for name in ("bounce-back", "main", "figtree-text", "fraunces-heading"):
        assert any(f"/{name}." in path for path in sizes), sizes
    assert sum(sizes.values()) <= HOME_BUDGET, sizes
    assert fonts <= FONT_BUDGET, sizes
    assert len(sizes) <= REQUEST_BUDGET, sizes
    assert not [path for path in asked if "search" in path and path.endswith(".json")]


def _gzipped(site: Site, path: str) -> int:
    file = site.folder / path.lstrip("/")
    data = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(data) if path.endswith(".woff2") else len(gzip.compress(data, 6))


def test_fonts_and_styles_stay_small(site: Site) -> None:
    fonts = sum(file.stat().st_size for file in site.folder.rglob("*.woff2"))
    styles = site.folder.rglob("*.css")
    css = sum(len(gzip.compress(file.read_bytes(), 6)) for file in styles)
    print(f"fonts {fonts} bytes, styles {css} bytes")
    assert fonts <= FONT_BUDGET
    assert css <= CSS_BUDGET


@pytest.mark.parametrize("path", [".", EMAIL, CHECKLIST])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_a_page_loads(path: str, width: int, open_context: OpenContext) -> None:
    """On a slow line, with a style that is there: a page is drawn in the middle of its header."""
    context = open_context(viewport={"width": width, "height": 800})
    context.add_init_script(
        """window.shift = 0; window.moved = [];
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
                if (entry.hadRecentInput) continue;
                shift += entry.value;
                for (const { node, previousRect, currentRect } of entry.sources) {
                    moved.push([node?.outerHTML?.slice(0, 99) ?? node?.textContent,
                        JSON.stringify(previousRect), JSON.stringify(currentRect)].join(" "));
                }
            }
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page = context.new_page()
    visit(page, "privacy/")
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_LINE)
    visit(page, path)
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    shift = page.evaluate("shift")
    print(f"{path} at {width}: layout shift {shift}")
    assert shift <= SHIFT_BUDGET, page.evaluate("moved")


@pytest.mark.parametrize("path", [".", EMAIL, "emails/", "now/", COMPONENTS])
def test_wider_text_spacing_breaks_nothing(path: str, open_context: OpenContext) -> None:
    # Without the policy, because the reader's own style is added to the page.
    context = open_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page = context.new_page()
    visit(page, path)
    page.add_style_tag(content=SPACED_OUT)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = page.evaluate(
        """[...document.querySelectorAll("a, button, label, h1, h2, h3, summary")]
            .filter((e) => getComputedStyle(e).overflow === "hidden"
                && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1)
            .map((e) => e.outerHTML.slice(0, 99))"""
    )
    assert cut == []


def test_components_page_shows_every_state(page: Page) -> None:
    visit(page, COMPONENTS)
    examples = page.locator("[data-example]")
    names = examples.evaluate_all("(all) => all.map((e) => e.dataset.example)")
    assert len(names) == len(set(names)) >= 10
    source = (Path(ROOT) / "overrides/partials/pages/components.html").read_text()
    assert set(re.findall(r'data-example="([^"{]+)"', source)) <= set(names)


def test_components_page_has_every_part_that_the_style_sheet_knows() -> None:
    styles = (ROOT / "overrides/assets/stylesheets/bounce-back.css").read_text()
    bare = re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL)
    selectors = " ".join(re.findall(r"[^{}]+(?={)", bare))
    known = {name.partition("--")[0] for name in re.findall(r"\.([a-z][\w-]*)", selectors)}
    source = (ROOT / "overrides/partials/pages/components.html").read_text()
    shown = {
        name.partition("--")[0]
        for names in re.findall(r'class="([^"]*)"', source)
        for name in names.split()
    }
    missing = known - shown
    assert {
        name for name in missing if not {name, name.partition("__")[0]} & NO_COMPONENTS
    } == set()

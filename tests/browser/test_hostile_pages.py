"""What hostile contributions do where one layer of defence stands alone.

The layers are the check (tests/safety), the list of what a page may hold, and the policy. Here
every hostile page is built as if there were no check, and none of the three is asked twice.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from guidekit.finish.allowed import problems_of
from reader import visit
from recording_proxy import recording_proxy
from site_under_test import ROOT, Host, Site, run_engine
from tests.safety.contributions import HOSTILE_BODIES
from tests.support.sites import page as page_text

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
GUARDED = "guarded.html"  # beside each page: its content and our scripts, under the policy
OPEN = "open.html"  # and the content alone, without
OUR_SCRIPTS = '<script id="strings"'  # from here on
HARNESS = "harness.html"
MARKUP = "<img src=x onerror=alert(1)>\"'<script>alert(1)</script> heliotrope"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of hostile pages, built with nothing to stop them."""
    folder = tmp_path_factory.mktemp("hostile")
    _write_pages(folder / "docs")
    with Host(folder / "site") as host:
        config = {"docs_dir": str(folder / "docs"), "extra": {"picks": [], "next_steps": {}}}
        run_engine(folder, host.url, **config)
        for file in (folder / "site").rglob("index.html"):
            # A hundred frames of whole pages, frame and all, take a minute.
            head, _, rest = file.read_text().partition("<body")
            content = rest[rest.index('<div class="page ') : rest.index("<footer")]
            ours = rest[rest.index(OUR_SCRIPTS) :]
            [policy] = POLICY.findall(head)
            file.with_name(GUARDED).write_text(f"<!doctype html>{policy}{content}{ours}")
            file.with_name(OPEN).write_text(f"<!doctype html>{content}")
        (folder / "site" / HARNESS).write_text("<!doctype html><title>Frames</title>")
        host.start()
        yield Site(host.url, folder / "site", host.requests)


def _write_pages(docs: Path) -> None:
    (docs / "guides").mkdir(parents=True)
    (docs / "_data").symlink_to(ROOT / "docs/_data")
    (docs / "index.md").write_text(page_text("Words.\n", title="Home"))
    quoted = json.dumps(MARKUP)
    for folder in ("emails", "checklists", "guides"):
        (docs / folder).mkdir(exist_ok=True)
        for name in ("index", "titled"):
            text = page_text("Words.\n", title=quoted, description=quoted, tags=f"[{quoted}]")
            (docs / folder / f"{name}.md").write_text(text)
    for number, body in enumerate(HOSTILE_BODIES):
        (docs / f"guides/hostile-{number:03}.md").write_text(page_text(f"{body}\n"))


def pages_below(site: Site, name: str) -> list[str]:
    """Return the path of every file of this name, seen from the root of the site."""
    return sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob(name))


# Loads each path in a frame of its own, does there what a reader might do, and collects the paths
# of those in which something ran.
LOAD_ALL = """async ({ paths, together }) => {
    const pathOf = new Map();
    window.ran = new Set();
    addEventListener("message", ({ data, source }) => {
        if (data === "ran") ran.add(pathOf.get(source));
    });
    const isHarmless = (link) => /^(https?|mailto):/.test(link.href);
    const use = (frame) => {
        const inside = frame.contentDocument?.querySelectorAll(".page *") ?? [];
        for (const element of inside) {
            element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
            element.dispatchEvent(new MouseEvent("click", { bubbles: false }));
            if (element.matches("a[href]") && !isHarmless(element)) element.click();
            if (element.matches("[formaction]")) element.click();
        }
    };
    const load = (path) => new Promise((resolve) => {
        const frame = document.createElement("iframe");
        frame.src = path;
        frame.addEventListener("load", () => { use(frame); resolve(); }, { once: true });
        document.body.append(frame);
        pathOf.set(frame.contentWindow, path);
    });
    for (let at = 0; at < paths.length; at += together) {
        await Promise.all(paths.slice(at, at + together).map(load));
    }
}"""


def load_all(page: Page, paths: list[str]) -> None:
    """Load every path in a frame of one page."""
    page.goto(HARNESS)
    page.evaluate(LOAD_ALL, {"paths": paths, "together": 25})


@contextmanager
def reader(browser: Browser, site: Site, **options: object) -> Iterator[Page]:
    """Open a tab that notes in `ran`, and in `window.hasRun`, what calls `alert`."""
    context = browser.new_context(base_url=site.url, **options)
    context.set_default_timeout(60_000)
    context.add_init_script(
        'window.alert = () => { window.hasRun = true; top.postMessage("ran", "*"); }'
    )
    yield context.new_page()
    context.close()


def test_each_layer_alone_lets_nothing_hostile_run(
    hostile: Site, browser: Browser, show: Callable[[str], None]
) -> None:
    paths = pages_below(hostile, "index.html")
    refused = [path for path in paths if problems_of(path, (hostile.folder / path).read_text())]
    inline = [path for path in pages_below(hostile, OPEN) if runs(hostile.folder / path)]
    assert len(inline) > len(HOSTILE_BODIES) / 5
    with (
        recording_proxy(hostile.url) as proxy,
        reader(browser, hostile, proxy={"server": proxy.server}) as page,
    ):
        load_all(page, [path.replace("index.html", GUARDED) for path in refused])
        under_policy, left = page.evaluate("[...ran]"), evil(proxy.refused)
        assert any(path.endswith("bounce-back/main.js") for path in hostile.requests)
        load_all(page, inline)
        # The canary sings: without the policy, all of these run.
        page.wait_for_function("(number) => ran.size === number", arg=len(inline))
    with reader(browser, hostile) as page:
        titles_are_text(page, hostile)
    # The policy cannot forbid a page to lead elsewhere at once, which runs nothing here.
    leading_away = [body for body in HOSTILE_BODIES if 'http-equiv="refresh"' in body]
    assert {path.replace(OPEN, "index.html") for path in inline} <= set(refused)
    assert under_policy == []
    assert len(left) <= len(leading_away)
    show(
        f"hostile pages as built: {len(HOSTILE_BODIES)}; the list alone refuses {len(refused)}; "
        f"under the policy alone 0 run and {len(left)} leads away; of {len(inline)} with a script "
        f"or a handler, {len(inline)} run with no layer; with all layers 0"
    )


def runs(file: Path) -> bool:
    """Whether a page has a script or a picture that runs something as soon as it is there."""
    tree = LexborHTMLParser(file.read_text())
    scripts = [node.text() for node in tree.css(".prose script")]
    return "alert(1)" in scripts or bool(tree.css(".prose img[src=x][onerror]"))


def evil(requests: list[str]) -> list[str]:
    """Return the requests that a hostile page has caused, and not the browser itself."""
    return [line for line in requests if "evil.example" in line]


def titles_are_text(page: Page, site: Site) -> None:
    """Hold that a title of markup is words in lists, in the head of the page and in the search."""
    for folder in ("guides", "emails", "checklists"):
        for path in (f"{folder}/index.html", f"{folder}/titled/index.html"):
            text = (site.folder / path).read_text()
            assert problems_of(path, text) == []
            assert "&lt;img src=x onerror=alert(1)&gt;" in text
    visit(page, "guides/titled/")
    expect(page).to_have_title(f"{MARKUP} - Bounce Back")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").fill("heliotrope")
    results = page.locator(".search__results")
    # The search shows of a title what is no markup.
    expect(results.locator("a").first).to_contain_text("alert(1) heliotrope")
    assert page.locator(":is(.page, .search__results) :is(img, script)").count() == 0
    assert page.evaluate("window.hasRun") is None

"""A page in a browser that holds the site's own modules for reading a message, and nothing else."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidekit.browser import NoBrowserError, fetched_browsers, flags, installed_browsers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, Route

ROOT = Path(__file__).resolve().parents[3]
MODULES = ROOT / "overrides" / "assets" / "javascripts" / "bounce-back" / "lib" / "decode"
DATA = ROOT / "docs" / "_data" / "decode.en.json"
# No server is asked: every request of the page is answered from the folder of the modules.
_ORIGIN = "http://decode.localhost/"
_START = """async (data) => {
  const { prepare, report } = await import("/report.js");
  prepare(JSON.parse(data));
  globalThis.report = report;
}"""

Report = Callable[[str], dict[str, Any]]


@contextmanager
def open_page() -> Iterator[Report]:
    """Yield a function that returns what the page reads in a text.

    Raises NoBrowserError when Playwright or a browser is missing.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise NoBrowserError(
            "decode needs Playwright, which is not installed here; `make test` installs it,"
            " and so does `python3 scripts/bootstrap.py test`"
        ) from error
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        page = browser.new_page()
        make_ready(page)
        yield lambda text: page.evaluate("(text) => report(text)", text)
        browser.close()


def make_ready(page: "Page") -> None:
    """Load the modules into a page, where `report(text)` then returns what is read in a text."""
    page.route("**/*", _answer)
    page.goto(_ORIGIN)
    page.evaluate(_START, json.dumps(json.loads(DATA.read_bytes())))


def _launch(playwright: "Playwright") -> "Browser":
    """Start the first browser that starts."""
    from playwright.sync_api import Error

    tried = ""
    for path in (*installed_browsers(), *fetched_browsers(ROOT / ".browser")):
        try:
            return playwright.chromium.launch(executable_path=path, args=flags())
        except Error as error:
            tried = f" ({path} does not start: {error.message.splitlines()[0]})"
    raise NoBrowserError(
        f"decode needs a browser, and none was found{tried}; install Chromium or Chrome, name one"
        " with BROWSER_PATH=/path/to/it, or run `make test`, which fetches one"
    )


def _answer(route: "Route") -> None:
    """Answer a request with a module, or with an empty page."""
    name = route.request.url.removeprefix(_ORIGIN)
    if name == "":
        route.fulfill(content_type="text/html", body="<!doctype html><title>decode</title>")
    elif (MODULES / name).parent == MODULES and (MODULES / name).is_file():
        body = (MODULES / name).read_text(encoding="utf-8")
        route.fulfill(content_type="text/javascript", body=body)
    else:
        route.fulfill(status=404, body="")

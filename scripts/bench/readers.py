"""The built site in a browser that is slowed down to what a cheap phone can do."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from guidekit.browser import NoBrowserError, flags, installed_browsers
from tests.browser.site_under_test import Site, serve_site

SLOWDOWN = 4
# Without these the browser has other things to do at times.
_QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync")


@contextmanager
def open_site() -> Iterator[tuple[Site, Browser]]:
    """Give the whole site, built, finished and served, and a browser."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serve_site(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=[*_QUIET, "--disable-gpu", *flags()]
        )
        yield site, browser
        browser.close()


def browser_path() -> Path:
    """Return the browser that the tests use. Raises NoBrowserError without one."""
    path = next(installed_browsers(), None)
    if not path:
        raise NoBrowserError("no browser: name one with BROWSER_PATH=/path/to/it")
    return path


@contextmanager
def slow_page(browser: Browser, address: str, watch: str = "") -> Iterator[Page]:
    """Give a page for a reader who is new here, slowed down once it has come to rest.

    `watch` is a script that runs before those of the page.
    """
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.add_init_script(watch)
    page.goto(address, wait_until="networkidle")
    slow_down(page)
    yield page
    context.close()


def slow_down(page: Page) -> None:
    """Leave a page as much of the processor as a cheap phone would."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})


def spread(values: Sequence[float]) -> str:
    """Return the median, the value that 95 % do not exceed, and the highest, in ms."""
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{statistics.median(ordered):.1f}, {high:.1f}, {ordered[-1]:.1f} ms"

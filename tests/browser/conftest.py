"""A real browser on the real site. A test fails on anything that goes wrong in the page unseen."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    expect,
    sync_playwright,
)

from guidekit.browser import flags, installed_browsers
from reader import EMAIL, visit
from site_under_test import BuildError, Site, serve_site

# Without these the browser itself talks to its maker, and the log of requests is not ours.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    "--disable-quic",
]
# Milliseconds. Everything is on this machine, but the machine may be busy.
TIMEOUT = 15_000
expect.set_options(timeout=TIMEOUT)

OpenContext = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The whole site, built once."""
    try:
        with serve_site(tmp_path_factory.mktemp("site")) as running:
            yield running
    except BuildError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = next(installed_browsers(), None)
    if not path:
        pytest.fail("No browser: set BROWSER_PATH, or run `make test`, which finds one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[*QUIET, *flags()],
        )
        yield browser
        browser.close()


class Watch:
    """Collects what goes wrong in any page, and what leaves for another host."""

    def __init__(self, site: Site) -> None:
        self.faults: list[str] = []
        self._site = site

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page of the context, also those that are opened later."""
        context.on("weberror", self._on_error)
        context.on("console", self._on_console)
        context.on("request", self._on_request)

    def leave(self, context: BrowserContext) -> None:
        """Stop listening."""
        context.remove_listener("weberror", self._on_error)
        context.remove_listener("console", self._on_console)
        context.remove_listener("request", self._on_request)

    def _on_error(self, error: WebError) -> None:
        self.faults.append(f"uncaught: {error.error}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self._site.url, "data:", "blob:")):
            self.faults.append(f"third party: {request.url}")


@pytest.fixture
def watch(site: Site) -> Iterator[Watch]:
    """What went wrong so far; a test that provokes a fault removes it from `watch.faults`."""
    watch = Watch(site)
    yield watch
    assert watch.faults == []


def new_profile(browser: Browser, site: Site, **options: object) -> BrowserContext:
    # The service worker fetches the whole site, behind the back of a test that counts requests.
    options = {
        "permissions": ["clipboard-read", "clipboard-write"],
        "service_workers": "block",
        "base_url": site.url,
        **options,
    }
    context = browser.new_context(**options)
    context.set_default_timeout(TIMEOUT)
    return context


@pytest.fixture(scope="session")
def shared_profile(browser: Browser, site: Site) -> BrowserContext:
    """One profile for most tests: a process and a cache that are warm halve the time of a test.

    Its first tab stays open on a page that keeps nothing, to empty the storage.
    """
    profile = new_profile(browser, site)
    profile.new_page().goto("404.html")
    return profile


@pytest.fixture
def context(shared_profile: BrowserContext, watch: Watch) -> Iterator[BrowserContext]:
    """A reader who was never here before. Only tabs may be changed, not the context itself."""
    broom, *_ = shared_profile.pages
    broom.evaluate("localStorage.clear()")
    watch.follow(shared_profile)
    yield shared_profile
    for page in shared_profile.pages[1:]:
        # Leaving a page writes what is unsaved; closing may do so later, in the next test.
        page.goto("about:blank")
        page.close()
    watch.leave(shared_profile)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Their first tab, still empty."""
    return context.new_page()


@pytest.fixture
def email(page: Page) -> Page:
    """The tab, on the thank-you email, with nothing filled in."""
    visit(page, EMAIL)
    return page


@pytest.fixture
def open_context(browser: Browser, site: Site, watch: Watch) -> Iterator[OpenContext]:
    """Open a profile of one's own; the options are those of Playwright's `new_context`."""
    contexts: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        context = new_profile(browser, site, **options)
        watch.follow(context)
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()


@pytest.fixture
def own_page(open_context: OpenContext) -> Page:
    """A tab in a profile of its own, for what changes the whole profile, such as the clock."""
    return open_context().new_page()

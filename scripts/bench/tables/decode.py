"""A pasted message of 2,000 words: how long the page is busy with it, and the bytes it loads.

The words are those of messages that the tests hold, one after another. Cold is the first message
that a page gets, as soon as the box is ready; warm is the middle of all of them in a second round,
with a word more in each sentence, as what was found in a sentence is kept.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.measure import Row
from bench.readers import SLOWDOWN, open_site, slow_down, slow_page, spread
from guidekit.decode.page import make_ready
from tests.browser.site_under_test import Site
from tests.decode.messages import read_messages

TITLE = f"A message of 2,000 words pasted, {SLOWDOWN} times CPU slowdown: median, 95 %, slowest"
_WORDS = 2_000
_PATH = "now/"
# The time between the two is the page's: nothing else waits for a turn there.
_PASTE = """async (text) => {
  const area = document.querySelector("pasted-message textarea");
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  area.value = text;
  document.querySelector("pasted-message .reading")?.remove();
  const start = performance.now();
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  while (!document.querySelector("pasted-message .reading")) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  document.querySelector("pasted-message .reading").getBoundingClientRect();
  return performance.now() - start;
}"""
_READ = (
    "(text) => { const start = performance.now(); report(text); return performance.now() - start; }"
)


def rows(_: Path) -> Iterator[Row]:
    """Yield the rows of the time, then those of the bytes."""
    with open_site() as (site, browser):
        count = range(int(os.environ.get("RUNS", "7")))
        seen = [paste(site, browser) for _ in count]
        yield from _times("from the paste until the answer is seen", seen)
        yield from _times("  reading alone", [read(browser) for _ in count])
        yield from _bytes(loaded(site, browser))


def _times(what: str, times: list[tuple[float, float]]) -> Iterator[Row]:
    yield Row(f"{what}, cold", spread([cold for cold, _ in times]))
    yield Row(f"{what}, warm", spread([warm for _, warm in times]), "50 ms")


def paste(site: Site, browser: Browser) -> tuple[float, float]:
    """Return the times of the first paste and of later ones, in ms."""
    with slow_page(browser, site.url + _PATH) as page:
        page.locator("pasted-message textarea").focus()
        page.wait_for_selector("pasted-message[data-ready]")
        return _cold_and_warm(page, _PASTE)


def read(browser: Browser) -> tuple[float, float]:
    """Return the times of the reading alone, without what is shown of it."""
    page = browser.new_page()
    make_ready(page)
    slow_down(page)
    times = _cold_and_warm(page, _READ)
    page.close()
    return times


def _cold_and_warm(page: Page, script: str) -> tuple[float, float]:
    messages = long_messages()
    cold, *_ = [page.evaluate(script, text) for text in messages]
    again = [page.evaluate(script, text.replace(". ", " now. ")) for text in messages]
    return cold, statistics.median(again)


def long_messages() -> list[str]:
    """Return messages of 2,000 words: all that the tests hold, cut anew."""
    messages = [[""]]
    words = 0
    for name in ("rejections.txt", "others.txt", "more.txt"):
        for line in "\n\n".join(message.text for message in read_messages(name)).split("\n"):
            messages[-1].append(line)
            words += len(line.split())
            if words >= _WORDS:
                messages.append([])
                words = 0
    return ["\n".join(lines) for lines in messages[:-1]]


def loaded(site: Site, browser: Browser) -> list[Path]:
    """Return the files that are fetched when the box is used for the first time."""
    with slow_page(browser, site.url + _PATH) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator("pasted-message textarea").focus()
        page.wait_for_selector("pasted-message[data-ready]")
    return [site.file(url) for url in asked]


def _bytes(files: list[Path]) -> Iterator[Row]:
    kinds = {"code": ".js", "phrases": ".json"}
    for kind, suffix in kinds.items():
        own = [file for file in files if file.suffix == suffix]
        yield Row(f"loaded when the box is used: {kind}, {len(own)} files", _packed(own))
    yield Row("loaded when the box is used: all", _packed(files), "15.0 kB")


def _packed(files: list[Path]) -> str:
    """Return the size of files as a host sends them."""
    sizes = {
        name: sum(file.with_name(f"{file.name}.{name}").stat().st_size for file in files)
        for name in ("br", "gz")
    }
    return f"{sizes['br'] / 1e3:.1f} kB brotli, {sizes['gz'] / 1e3:.1f} kB gzip"

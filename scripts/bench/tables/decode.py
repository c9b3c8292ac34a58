"""A pasted message of 2,000 words: how long the page is busy with it, and the bytes it loads.

The words are those of messages that the tests hold, one after another. A figure is of one paste
into a page that nobody used before: from the paste until the answer stands in the page. Reading
is the part of it that ends when the rules have been searched for.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import brotli
from playwright.sync_api import Browser

from bench.measure import Row
from bench.readers import SLOWDOWN, open_site, slow_page, spread
from tests.browser.site_under_test import Site
from tests.decode.messages import read_messages

TITLE = f"A message of 2,000 words pasted, {SLOWDOWN} times CPU slowdown: median, 95 %, slowest"
_WORDS = 2_000
_PATH = "now/"
# The time between the two is the page's: nothing else waits for a turn there.
_PASTE = """async ([text, decodeModule, rulesModule, data]) => {
  const area = document.querySelector("pasted-message textarea");
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  area.value = text;
  const start = performance.now();
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  while (!document.querySelector("pasted-message .reading")) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  document.querySelector("pasted-message .reading").getBoundingClientRect();
  const whole = performance.now() - start;
  const { decode } = await import(decodeModule);
  const { makeRules } = await import(rulesModule);
  const rules = makeRules(await (await fetch(data)).json());
  const time = () => {
    const before = performance.now();
    decode(text, rules);
    return performance.now() - before;
  };
  return { whole, first: time(), second: time() };
}"""


def rows(_: Path) -> Iterator[Row]:
    """Yield the rows of the time, then those of the bytes."""
    with open_site() as (site, browser):
        runs = [paste(site, browser) for _ in range(int(os.environ.get("RUNS", "7")))]
        yield Row("from the paste until the answer is seen", _spread(runs, "whole"), "50 ms")
        yield Row("  reading alone, first with these rules", _spread(runs, "first"), "50 ms")
        yield Row("  reading alone, once more", _spread(runs, "second"))
        yield from _bytes(loaded(site, browser))


def paste(site: Site, browser: Browser) -> dict[str, float]:
    """Return the times of one paste, in ms."""
    data = f"{site.url}_data/decode.en.json"
    modules = [site.module(f"lib/decode/{name}") for name in ("decode", "rules")]
    with slow_page(browser, site.url + _PATH) as page:
        page.locator("pasted-message textarea").focus()
        page.wait_for_selector("pasted-message[data-ready]")
        times: dict[str, float] = page.evaluate(_PASTE, [long_message(), *modules, data])
        return times


def long_message() -> str:
    """Return a message of 2,000 words."""
    texts = "\n\n".join(message.text for message in read_messages("rejections.txt"))
    lines, words = [], 0
    for line in texts.split("\n"):
        words += len(line.split())
        lines.append(line)
        if words >= _WORDS:
            break
    return "\n".join(lines)


def _spread(runs: list[dict[str, float]], name: str) -> str:
    return spread([run[name] for run in runs])


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
    packed = {"gzip": lambda data: gzip.compress(data, 9), "brotli": brotli.compress}
    for kind, suffix in kinds.items():
        contents = [file.read_bytes() for file in files if file.suffix == suffix]
        sizes = {
            name: sum(len(pack(content)) for content in contents) for name, pack in packed.items()
        }
        said = ", ".join(f"{size / 1e3:.1f} kB {name}" for name, size in sizes.items())
        yield Row(f"loaded when the box is used: {kind}, {len(contents)} files", said)

"""A key typed into the longest email: how long the page is busy until the preview shows it.

Every figure is of one key, from its `keydown` (before the browser puts it into the field) until
the letter holds the value of the field and its layout is done, which is asked for by reading
where the filled slots lie. What the page puts off until later is not in it, unless it comes in the
way of a later key.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from bench.measure import Row
from bench.readers import SLOWDOWN, open_site, slow_page, spread

TITLE = f"Keys in the longest email, {SLOWDOWN} times CPU slowdown: median, 95 %, slowest"
_TYPED = "Amara Nwosu-Jensen, Lead"
_FIELDS = 4
_RUNS = int(os.environ.get("RUNS", "5"))
_TARGET = 16
_WATCH = """
globalThis.keys = [];
let down = 0, input = 0;
addEventListener("keydown", () => { down = performance.now(); }, true);
addEventListener("input", () => { input = performance.now(); }, true);
addEventListener("input", ({ target }) => {
  const handled = performance.now();
  const slots = document.querySelectorAll(`.letter:not([hidden]) [data-field="${target.name}"]`);
  const shown = [...slots].filter((slot) => slot.textContent === target.value.trim());
  for (const slot of shown) slot.getBoundingClientRect();
  const end = performance.now();
  keys.push({ whole: end - down, before: input - down, ours: handled - input,
    layout: end - handled, shown: shown.length });
});
"""


class Key(NamedTuple):
    """One key: milliseconds in all, and of that before our code, in it, and for the layout."""

    whole: float
    before: float
    ours: float
    layout: float


def rows(_: Path) -> Iterator[Row]:
    """Yield the rows for all keys, and for the first into each field."""
    with open_site() as (site, browser):
        path = longest_email(site.folder)
        runs = [type_into(browser, site.url + path) for _ in range(_RUNS)]
    keys = [key for run in runs for key in run]
    what = f"{path}: {len(runs)} times {len(runs[0])} keys"
    yield Row(what, spread([key.whole for key in keys]), f"{_TARGET} ms")
    yield Row(f"  of them in less than {_TARGET} ms", f"{share(keys):.1%}")
    yield Row("  of that the browser, before our code", spread([key.before for key in keys]))
    yield Row("  of that our code", spread([key.ours for key in keys]))
    yield Row("  of that the layout", spread([key.layout for key in keys]))
    first = [key.whole for run in runs for key in run[:: len(_TYPED)]]
    yield Row("the first key into each field", spread(first), f"{_TARGET} ms")
    yield Row("the first key on the page", spread([run[0].whole for run in runs]), f"{_TARGET} ms")


def share(keys: Sequence[Key]) -> float:
    """Return the share of the keys that stayed below the target."""
    return sum(key.whole < _TARGET for key in keys) / len(keys)


def longest_email(folder: Path) -> str:
    """Return the path of the email whose page is the longest."""
    pages = folder.glob("emails/*/index.html")
    return f"emails/{max(pages, key=lambda page: (page.stat().st_size, page)).parent.name}/"


def type_into(
    browser: Browser, address: str, words: str = _TYPED, fields: int = _FIELDS
) -> list[Key]:
    """Type words into the first fields of an email, and return every key."""
    with slow_page(browser, address, _WATCH) as page:
        inputs = page.locator("email-template .field:not([hidden]) .field__input[name]")
        for number in range(min(fields, inputs.count())):
            inputs.nth(number).focus()
            for character in words:
                page.keyboard.press(character)
        return _read(page)


def _read(page: Page) -> list[Key]:
    keys = page.evaluate("keys")
    if not all(key.pop("shown") for key in keys):
        raise RuntimeError("a key did not reach the preview")
    return [Key(**key) for key in keys]

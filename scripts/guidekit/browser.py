"""The browsers on this machine, for what has to run as it does for a reader.

The order is: BROWSER_PATH alone when it is set, else a Chromium or Chrome on the PATH, else one
that `scripts/find_browser.py` fetched earlier. Only `make test` fetches one.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

# First the build that has no windows: it does the same with two thirds of the work.
COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# Below the folder `.browser`: what npm's package unpacks to, and what Playwright downloads.
_FETCHED = (
    "*/browser",
    "playwright/chromium-*/chrome-linux*/chrome",
    "playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "playwright/chromium-*/chrome-win*/chrome.exe",
)


class NoBrowserError(Exception):
    """No browser was found or fetched; the message says why, and what to do."""


def installed_browsers() -> Iterator[Path]:
    """Yield the browser that BROWSER_PATH names, or else those on the PATH."""
    named = os.environ.get("BROWSER_PATH")
    for command in [named] if named else COMMANDS:
        found = shutil.which(command)
        if found:
            yield Path(found)


def fetched_browsers(folder: Path) -> Iterator[Path]:
    """Yield the browsers that an earlier run fetched into a folder."""
    if not os.environ.get("BROWSER_PATH"):
        for pattern in _FETCHED:
            yield from sorted(folder.glob(pattern))


def flags() -> list[str]:
    """Return the flags that any browser needs here: its sandbox refuses to run as root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["--no-sandbox"] if is_root else []

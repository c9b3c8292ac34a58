"""Find a browser for the tests, or fetch one: prints its path, and on stderr what was done.

The order: BROWSER_PATH, a Chromium or Chrome on the PATH, one fetched earlier, Debian's package
(as root), the one that npm carries, and last `playwright install`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import carried_browser
import node_tools
from guidekit.browser import NoBrowserError, fetched_browsers, flags, installed_browsers

ROOT = Path(__file__).resolve().parents[1]
FETCHED = ROOT / ".browser"
SHOW_TEXT = """
import sys
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=sys.argv[2:])
    page = browser.new_page()
    page.set_content("<p>shown</p>")
    sys.exit(page.inner_text("p") != "shown")
"""


def main() -> int:
    """Print the path of a browser that starts, and return the exit status."""
    try:
        print(find())
    except NoBrowserError as error:
        say(str(error))
        return 1
    return 0


def say(line: str) -> None:
    """Tell the person at the terminal."""
    print(f"Browser: {line}", file=sys.stderr, flush=True)


def find() -> Path:
    """Return the first browser that starts, in the order that this module names."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named_browser(named)
    for way in (on_path, fetched_earlier, from_debian, from_npm, from_playwright):
        path = way()
        if path:
            return path
    message = (
        "none found, and none could be fetched. Install Chromium or Chrome (on Debian or Ubuntu,"
        " as root: apt-get install chromium), or name one: make test BROWSER_PATH=/path/to/it"
    )
    raise NoBrowserError(message)


def named_browser(named: str) -> Path:
    """Return the browser that BROWSER_PATH names; refuse one that does not start."""
    found = next(installed_browsers(), None)
    if not found or not starts(found):
        message = f"BROWSER_PATH names {named}, which is not a browser that starts here."
        raise NoBrowserError(message)
    say(f"{found}, which BROWSER_PATH names.")
    return found


def on_path() -> Path | None:
    """Return a browser that is installed already."""
    for found in installed_browsers():
        if starts(found):
            say(f"{found}, found on the PATH.")
            return found
    return None


def fetched_earlier() -> Path | None:
    """Return the browser that an earlier run fetched, unless another one is locked by now."""
    locked = carried_browser.launcher(FETCHED)
    for path in fetched_browsers(FETCHED):
        is_old = path.name == locked.name and path != locked
        if not is_old and starts(path):
            say(f"{path}, fetched by an earlier run.")
            return path
    return None


def from_debian() -> Path | None:
    """Install Debian's package, which only root can."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root or not Path("/etc/debian_version").exists() or not shutil.which("apt-get"):
        return None
    say("none found; installing Debian's package of Chromium, since this is root.")
    run("apt-get", "-q", "update")
    install = ("apt-get", "-q", "install", "-y", "--no-install-recommends", "fonts-liberation")
    if not run(*install, "chromium-headless-shell"):
        run(*install, "chromium")
    return on_path()


def from_npm() -> Path | None:
    """Unpack the Chromium that an npm package carries."""
    if not carried_browser.runs_here():
        return None
    say("none found; fetching the Chromium that the npm package @sparticuz/chromium carries.")
    try:
        path = carried_browser.fetch(FETCHED)
    except (node_tools.NpmError, carried_browser.UnpackError, OSError) as error:
        say(f"that failed. {error}")
        return None
    return fetched(path)


def from_playwright() -> Path | None:
    """Let Playwright download the browser it was made for."""
    say("none found; trying `playwright install chromium`.")
    run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
    path = next(fetched_browsers(FETCHED), None)
    return fetched(path) if path else None


def fetched(path: Path) -> Path | None:
    """Return a browser just fetched, if it starts."""
    if not starts(path):
        say(f"{path} was fetched, but does not start.")
        return None
    say(f"{path}, fetched now; later runs use it again.")
    return path


def starts(path: Path) -> bool:
    """Say whether a browser starts and can show text."""
    return run(sys.executable, "-c", SHOW_TEXT, str(path), *flags())


def run(*command: str) -> bool:
    """Run a command and say whether it succeeded; what it printed is shown only if it did not."""
    result = subprocess.run(
        command,
        check=False,
        env=environment(),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if result.returncode:
        print(result.stdout, file=sys.stderr)
    return result.returncode == 0


def environment() -> dict[str, str]:
    """Return the environment variables for apt-get and Playwright."""
    return {
        **os.environ,
        "DEBIAN_FRONTEND": "noninteractive",
        "PLAYWRIGHT_BROWSERS_PATH": str(FETCHED / "playwright"),
        "PLAYWRIGHT_NODEJS_PATH": str(node_tools.NODE),
    }


if __name__ == "__main__":
    sys.exit(main())

"""Take pictures of every type of page into build/contact-sheet/, to be looked at by a person.

    python scripts/contact_sheet.py [--site site] [--out build/contact-sheet] [--only emails]
                                    [--width 360]

Needs a built site, and the browser and Playwright of the tests. Each page is taken whole at three
widths in light and dark, some of them in a state (an email filled in, search open), and as it
prints. `index.html` in the output folder shows them side by side.
"""

from __future__ import annotations

import argparse
import functools
import html
import http.server
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

import find_browser

WIDTHS = {360: 740, 768: 1024, 1440: 900}
MESSAGE = """Hi Nadia,

Thank you for coming in for the interview. Unfortunately we have decided to move forward with
another candidate for the Junior Illustrator position at Lantern Studio. We will keep your CV on
file, and you are welcome to ask for feedback.

Kind regards,
Aisha Rahman
"""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def fill_email(page: Page) -> None:
    """Fill in every field but the last, so that both kinds of slot are seen, and press Copy."""
    fields = page.locator(".field__input[name]:visible").all()
    for field in fields[:-1]:
        field.fill("2026-11-20" if field.get_attribute("type") == "date" else "Lantern Studio")
    page.locator("[data-action=copy]").first.click()


def tick_some(page: Page) -> None:
    """Tick the first three boxes, leave one out, and show what can be done with another."""
    for box in page.locator(".task__box").all()[:3]:
        box.check()
    for number in (4, 6):
        page.locator(".task__more").nth(number).click()
    page.locator("[data-action=leave-out]").nth(4).click()
    page.locator(".task__more").nth(4).click()


def search(page: Page) -> None:
    """Open search and look for something."""
    page.locator("[data-open=search]").click()
    page.locator("#search-input").fill("feedback")
    page.locator(".search__result").first.wait_for()


def read_message(page: Page) -> None:
    """Paste a rejection, and wait for what the page finds in it."""
    page.locator("#paste-text").fill(MESSAGE)
    page.locator(".paste__form [type=submit]").click()
    page.locator(".reading").wait_for()


def write_step(page: Page) -> None:
    """Put two steps into the plan, one of them with a day."""
    for action, day in (("rewrite three lines of my CV", "2026-11-24"), ("ask Ana to listen", "")):
        if not page.locator("[data-form=draft] [name=action]").is_visible():
            page.locator(".plan__add > summary").click()
        page.locator("[data-form=draft] [name=when]").fill("Tuesday at seven")
        page.locator("[data-form=draft] [name=action]").fill(action)
        page.locator("[data-form=draft] [name=day]").fill(day)
        page.locator("[data-form=draft] [type=submit]").click()


@dataclass(frozen=True)
class Picture:
    """One page in one state; `whole` takes all of it and not only the first screen."""

    name: str
    path: str
    prepare: Callable[[Page], None] | None = None
    whole: bool = True
    prints: bool = False


PICTURES = (
    Picture("home", ""),
    Picture("home, first screen", "", whole=False),
    Picture("now", "now/"),
    Picture("message, read", "now/", read_message),
    Picture("guides", "guides/"),
    Picture("guide", "guides/ask-for-feedback/", prints=True),
    Picture("checklists", "checklists/"),
    Picture("checklist", "checklists/first-ten-minutes/", tick_some, prints=True),
    Picture("questions", "checklists/interview-review/", prints=True),
    Picture("emails", "emails/"),
    Picture("email", "emails/thank-you-and-feedback/"),
    Picture("email, first screen", "emails/thank-you-and-feedback/", whole=False),
    Picture("email, filled in", "emails/thank-you-and-feedback/", fill_email, prints=True),
    Picture("letter", "emails/letter/", prints=True),
    Picture("call script", "emails/call-script/", prints=True),
    Picture("plan", "plan/", prints=True),
    Picture("plan, with steps", "plan/", write_step, prints=True),
    Picture("sources", "sources/"),
    Picture("contribute", "contribute/"),
    Picture("rules", "contribute/rules/"),
    Picture("components", "contribute/components/"),
    Picture("about", "about/"),
    Picture("privacy", "privacy/"),
    Picture("accessibility", "accessibility/"),
    Picture("search", "guides/", search, whole=False),
    Picture("not found", "not/there/"),
)


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a built site, with its own page for what is not there."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, *_: object, **__: object) -> None:
        """Answer with 404.html, as a host does."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve `site` on a free port for as long as the context lasts; gives the address."""
    handler = functools.partial(SiteHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def file_name(picture: Picture, suffix: str) -> str:
    """Give the picture's file name: `email, filled in` at 360 becomes `email-filled-in-360.png`."""
    return "-".join(picture.name.replace(",", "").split()) + f"-{suffix}"


def open_page(page: Page, base: str, picture: Picture) -> None:
    """Go to the page and bring it into its state."""
    page.goto(base + picture.path)
    page.evaluate("() => Promise.allSettled([...document.fonts].map((face) => face.load()))")
    page.wait_for_timeout(300)
    if picture.prepare:
        picture.prepare(page)
        page.wait_for_timeout(400)


def take_screens(
    browser: Browser, base: str, pictures: list[Picture], out: Path, widths: list[int]
) -> None:
    """Take every picture at every width in every scheme."""
    for width in widths:
        height = WIDTHS[width]
        for scheme in SCHEMES:
            view = ViewportSize(width=width, height=height)
            context = browser.new_context(viewport=view, color_scheme=scheme)
            page = context.new_page()
            for picture in pictures:
                open_page(page, base, picture)
                if picture.whole:
                    # A window as high as the page: what sticks to its edges stands at the end.
                    full = page.evaluate("document.documentElement.scrollHeight")
                    page.set_viewport_size(ViewportSize(width=width, height=max(full, height)))
                page.screenshot(path=out / file_name(picture, f"{width}-{scheme}.png"))
                page.evaluate("localStorage.clear()")
                page.set_viewport_size(view)
            context.close()


def take_prints(browser: Browser, base: str, pictures: list[Picture], out: Path) -> None:
    """Print what is meant for paper to PDF, A4."""
    for picture in pictures:
        if picture.prints:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            open_page(page, base, picture)
            page.pdf(path=out / file_name(picture, "print.pdf"), format="A4")
            page.close()


def format_index(pictures: list[Picture], site: Path) -> str:
    """Give the page that shows all of them. It is opened from a folder, so its style is inline."""
    rows = []
    for picture in pictures:
        shots = "".join(
            f'<a href="{name}"><img loading="lazy" src="{name}" alt="{width} {scheme}"></a>'
            for width in WIDTHS
            for scheme in SCHEMES
            for name in [file_name(picture, f"{width}-{scheme}.png")]
        )
        if picture.prints:
            name = file_name(picture, "print.pdf")
            shots += f'<embed src="{name}" type="application/pdf">'
        missing = "" if (site / picture.path / "index.html").exists() else " (shows 404)"
        rows.append(f"<h2>{html.escape(picture.name)}{missing}</h2><div>{shots}</div>")
    style = (
        "body{font:16px sans-serif;margin:2rem;background:#999}"
        "div{display:flex;gap:1rem;overflow-x:auto;align-items:flex-start}"
        "img{max-height:60rem;border:1px solid #666}embed{width:30rem;height:42rem;flex:none}"
    )
    head = f"<!doctype html><meta charset=utf-8><title>Contact sheet</title><style>{style}</style>"
    return head + "".join(rows)


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    parser.add_argument("--out", type=Path, default=Path("build/contact-sheet"))
    parser.add_argument("--only", default="", help="only pictures whose name or path holds this")
    parser.add_argument(
        "--width", type=int, action="append", choices=WIDTHS, help="only this width (repeatable)"
    )
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Take the pictures and write the index."""
    options = parse_arguments(arguments)
    if not (options.site / "index.html").exists():
        print(f"{options.site} holds no built site; run `make site` first", file=sys.stderr)
        return 2
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / ".gitignore").write_text("*\n", encoding="utf-8")
    wanted = [p for p in PICTURES if options.only in p.name or options.only in p.path]
    # Chromium refuses its sandbox to root.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with serve(options.site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser.find(), args=flags)
        take_screens(browser, base, wanted, options.out, options.width or list(WIDTHS))
        take_prints(browser, base, wanted, options.out)
        browser.close()
    index = options.out / "index.html"
    index.write_text(format_index(wanted, options.site), encoding="utf-8")
    print(f"{len(wanted)} pages: open {index}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

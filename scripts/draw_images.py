"""Draw the pictures that have to be bitmaps, from the vector drawings and the fonts of the theme.

    python scripts/draw_images.py

Writes into overrides/assets/images: touch-icon.png and icon-*.png (for a home screen, of which the
maskable one is cut to any shape) and social-card.png (for a link shared in a message). Needs the
browser and Playwright of the tests; run it after a change to the mark, the colours or the name, and
commit what it writes.
"""

from __future__ import annotations

import os
import sys
from html import escape
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from playwright.sync_api import sync_playwright

import find_browser

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "overrides" / "assets"
DRAWINGS = ASSETS.parent / "partials" / "drawings"
STYLES = ASSETS / "stylesheets" / "bounce-back.css"

CARD = """<!doctype html><link rel="stylesheet" href="{styles}">
<style>
  body {{ inline-size: 1200px; block-size: 630px; min-block-size: 0; flex-direction: row;
    align-items: center; justify-content: space-between; padding: 0 90px }}
  h1 {{ font-size: 84px; line-height: 1.06; letter-spacing: -.025em; max-inline-size: 8.3em }}
  p {{ display: flex; align-items: center; gap: 16px; margin-block-end: 36px;
    font: 600 34px var(--face-heading) }}
  p .mark {{ inline-size: 58px; block-size: 58px }}
  .hero__drawing {{ display: block; inline-size: 390px; block-size: auto; margin: 0 }}
</style>
<body><div><p>{mark} {name}</p><h1>{welcome}</h1></div>
{drawing}"""

ICON = """<!doctype html>
<style>body {{ margin: 0; background: #0f5c56 }} svg {{ display: block }}</style>
{icon}"""


def card_html() -> str:
    """Give the page that is the card."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    welcome = get_data((ROOT / "docs" / "index.md").read_text(encoding="utf-8"))[1]["title"]
    return CARD.format(
        name=escape(config.site_name),
        welcome=escape(welcome),
        styles=STYLES.as_uri(),
        mark=(DRAWINGS.parent / "icons" / "mark.html").read_text(encoding="utf-8"),
        drawing=(DRAWINGS / "hero.html").read_text(encoding="utf-8"),
    )


def icon_html(size: int, *, margin: float = 0) -> str:
    """Give the page that is an icon of this size.

    It is the favicon with square corners, which a phone rounds; `margin` is the part of the size
    that is left free on each side.
    """
    icon = (ASSETS / "images" / "favicon.svg").read_text(encoding="utf-8")
    inner = f'width="{size * (1 - 2 * margin)}" height="{size * (1 - 2 * margin)}"'
    place = f'style="margin: {size * margin}px"'
    return ICON.format(icon=icon.replace("<svg ", f"<svg {inner} {place} "))


def main() -> int:
    """Draw all of them."""
    images = (
        ("touch-icon.png", icon_html(180), 180, 180),
        ("icon-192.png", icon_html(192), 192, 192),
        ("icon-512.png", icon_html(512), 512, 512),
        # What matters lies within the circle of 80 % that every shape leaves.
        ("icon-maskable-512.png", icon_html(512, margin=0.1), 512, 512),
        ("social-card.png", card_html(), 1200, 630),
    )
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser.find(), args=flags)
        for name, source, width, height in images:
            page = browser.new_page(viewport={"width": width, "height": height})
            # Fonts load from files only for a page that is one.
            draft = ASSETS / "images" / f"{name}.html"
            draft.write_text(source, encoding="utf-8")
            try:
                page.goto(draft.as_uri())
                page.evaluate("() => document.fonts.ready")
                page.wait_for_timeout(300)
                page.screenshot(path=ASSETS / "images" / name)
            finally:
                draft.unlink()
            print(f"{name}: {(ASSETS / 'images' / name).stat().st_size} bytes")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What a person looks at before a change goes in: the contact sheet, and every component."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from conftest import OpenContext
from reader import visit
from site_under_test import ROOT, Site

COMPONENTS = "contribute/components/"

# States of one component that a reader has to tell apart without any colour of ours.
ALIKE_IN_KIND = [
    ("button-primary", "button"),
    ("field-filled", "field-error"),
    ("letter-gaps", "letter-filled"),
    ("checklist-part", "checklist-done"),
    ("field-suggestions", "field-suggestions-picked"),
    ("field-suggestions-picked", "field-suggestions-limit"),
]


def picture(page: Page, name: str) -> bytes:
    return page.locator(f'[data-example="{name}"]').screenshot(animations="disabled")


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_every_state_of_a_component_is_there_to_see(scheme: str, open_context: OpenContext) -> None:
    options = {"forced_colors": "active"} if scheme == "forced" else {"color_scheme": scheme}
    page = open_context(viewport={"width": 360, "height": 740}, **options).new_page()
    visit(page, COMPONENTS)
    page.evaluate("document.fonts.ready")
    names = page.locator("[data-example]").evaluate_all(
        "(all) => all.map((e) => e.dataset.example)"
    )
    # All of them once; in the other schemes, what colour could have told apart by itself.
    alike = sorted({name for pair in ALIKE_IN_KIND for name in pair})
    pictures = {name: picture(page, name) for name in (names if scheme == "light" else alike)}
    assert len(set(pictures.values())) == len(pictures), "two states look the same"
    wide = page.locator("[data-example]").evaluate_all(
        "(all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1)"
        ".map((e) => e.dataset.example)"
    )
    assert wide == []


def test_the_contact_sheet_brings_pages_into_their_states(site: Site, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts/contact_sheet.py"), "--site", str(site.folder)]
    for only in ("filled in", "search"):
        done = subprocess.run(
            [*command, "--out", str(tmp_path), "--only", only, "--width", "360"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    names = {file.name for file in tmp_path.iterdir()}
    assert {"email-filled-in-360-light.png", "search-360-dark.png", "index.html"} <= names
    # A picture of nothing is a few hundred bytes.
    assert min(file.stat().st_size for file in tmp_path.glob("*.png")) > 10_000
    for file in tmp_path.glob("*.pdf"):
        assert file.read_bytes().startswith(b"%PDF-")

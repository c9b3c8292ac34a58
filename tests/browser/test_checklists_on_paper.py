"""A checklist on paper: one sheet, every word of it, and the ticks as they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from playwright.sync_api import Browser
from pypdf.generic import DictionaryObject

from conftest import new_profile
from reader import boxes, checklist_paths, press_item, visit
from site_under_test import Site

SHEETS = ("A4", "Letter")
SCALE = 4  # pixels for a point
DARK = 128  # of 255


@dataclass(frozen=True)
class Sheet:
    """A printed list: the file, and each item's words by what was done with it."""

    path: str
    pdf: Path
    labels: list[str]
    states: list[str]


@pytest.fixture(scope="module")
def sheets(browser: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    """Print every list of the site on either size of paper, in part ticked, one item left out."""
    folder, sheets = tmp_path_factory.mktemp("paper"), []
    context = new_profile(browser, site)
    page = context.new_page()
    for path in checklist_paths(site):
        visit(page, path)
        boxes(page).first.check()
        boxes(page).last.check()
        press_item(page, 1, "leave-out")
        labels = [
            " ".join(label.split()) for label in page.locator(".task__text").all_inner_texts()
        ]
        states = ["ticked", "left out", *["open"] * (len(labels) - 3), "ticked"]
        for size in SHEETS:
            pdf = folder / f"{path.split('/')[1]}-{size}.pdf"
            page.pdf(path=pdf, format=size, tagged=True)
            sheets.append(Sheet(f"{path} on {size}", pdf, labels, states))
    context.close()
    assert len(sheets) >= 2 * 8
    return sheets


def test_every_list_prints_on_one_sheet(sheets: list[Sheet]) -> None:
    pages = {sheet.path: len(pypdf.PdfReader(sheet.pdf).pages) for sheet in sheets}
    assert {path: number for path, number in pages.items() if number != 1} == {}


def test_every_item_is_on_the_sheet(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        # Without spaces: where letters stand close or wide, the reader of the file guesses them.
        text = "".join(pypdf.PdfReader(sheet.pdf).pages[0].extract_text().split())
        missing = [label for label in sheet.labels if "".join(label.split()) not in text]
        assert missing == [], sheet.path
        assert "notforme" in text
        for button in ("Start again", "Copy the list", "···"):
            assert button not in text, sheet.path


def test_a_reader_of_the_file_hears_which_items_are_ticked(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        root = pypdf.PdfReader(sheet.pdf).trailer["/Root"]["/StructTreeRoot"]
        ticked = [state == "ticked" for state in sheet.states]
        assert list(_check_boxes(root)) == ticked, sheet.path


def _check_boxes(element: DictionaryObject) -> Iterator[bool]:
    """Yield for each box in the file's structure whether it is ticked, in the order of reading."""
    attributes = element.get("/A", [])
    if element.get("/S") == "/Form" and {"/O": "/PrintField", "/Role": "/cb"} in attributes:
        yield {"/O": "/PrintField", "/checked": "/on"} in attributes
    children = element.get("/K", [])
    for reference in children if isinstance(children, list) else [children]:
        child = reference.get_object()
        if isinstance(child, DictionaryObject):
            yield from _check_boxes(child)


def test_the_eye_sees_which_items_are_ticked(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        document = pypdfium2.PdfDocument(sheet.pdf)
        ink = [_ink_in_box(document[0], label) for label in sheet.labels]
        document.close()
        by_state = {
            state: [drawn for drawn, of in zip(ink, sheet.states, strict=True) if of == state]
            for state in ("open", "left out", "ticked")
        }
        assert max(by_state["open"]) == 0, (sheet.path, ink)
        assert min(by_state["left out"]) > 0, (sheet.path, ink)
        assert min(by_state["ticked"]) > max(by_state["left out"]), (sheet.path, ink)


def _ink_in_box(page: pypdfium2.PdfPage, label: str) -> float:
    """Return which part of the inside of an item's box is dark."""
    text = page.get_textpage()
    # The first words are on the first line, beside the box.
    found = text.search(" ".join(label.split()[:3]), match_case=True).get_next()
    assert found, f"{label} is not on the page"
    index, _ = found
    left, bottom, _, top = text.get_charbox(index)
    middle = (bottom + top) / 2
    bitmap = page.render(scale=SCALE, grayscale=True)
    rows = range(
        round((page.get_height() - middle - 4) * SCALE),
        round((page.get_height() - middle + 4) * SCALE),
    )
    columns = range(round((left - 27) * SCALE), round((left - 19) * SCALE))
    dark = [
        bitmap.buffer[row * bitmap.stride + column] < DARK for row in rows for column in columns
    ]
    return sum(dark) / len(dark)

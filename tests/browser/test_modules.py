"""How the browser's modules depend on each other, and how much of them a page loads."""

import gzip
import re
from pathlib import Path

from playwright.sync_api import Page

from reader import EMAIL, visit
from site_under_test import ROOT, Site

MODULES = ROOT / "overrides/assets/javascripts/bounce-back"
IMPORT = re.compile(r"""\bimport\s*\(?\s*(?:[^"';]*?\bfrom\s*)?["']([^"']+)["']""")
ELEMENT = MODULES / "elements/email-template.js"
BUDGET = 15_000  # bytes, gzipped: all of our code on the page of an email


def imports(module: Path) -> list[str]:
    return IMPORT.findall(re.sub(r"/\*.*?\*/", "", module.read_text(), flags=re.DOTALL))


def test_elements_import_only_from_lib_and_lib_only_from_itself() -> None:
    lib = MODULES / "lib"
    wrong = [
        f"{module.relative_to(MODULES)} imports {name}"
        for folder in ("elements", "lib")
        for module in sorted((MODULES / folder).rglob("*.js"))
        for name in imports(module)
        if not (module.parent / name).resolve().is_relative_to(lib)
    ]
    assert wrong == []


def test_main_knows_every_element_and_loads_it_late() -> None:
    elements = {f"./elements/{module.name}" for module in (MODULES / "elements").glob("*.js")}
    main = (MODULES / "main.js").read_text()
    assert elements <= set(imports(MODULES / "main.js"))
    assert all(f'import("{element}")' in main for element in elements)


def code_size(site: Site) -> int:
    """Return the gzipped size of all code of ours that was asked for."""
    ours = {path for path in site.requests if "/bounce-back/" in path and path.endswith(".js")}
    return sum(_size(site.folder / path[1:]) for path in ours)


def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def test_the_page_of_an_email_loads_little_code(own_page: Page, site: Site) -> None:
    site.requests.clear()
    visit(own_page, EMAIL)
    own_page.wait_for_load_state("networkidle")
    first = code_size(site)
    assert first <= BUDGET
    # The rest comes when it is asked for.
    assert not re.search(r"editor|tone|commands|sending|eml|suggestions", " ".join(site.requests))
    modules = [module.relative_to(MODULES).with_suffix("") for module in reachable(ELEMENT)]
    everything = sum(_size(site.file(site.module(f"{name}"))) for name in modules)
    print(f"{first} bytes gzipped; with every action {everything}")


def reachable(start: Path) -> set[Path]:
    """Return a module and all that it may ever import, at once or when it is asked for."""
    found: set[Path] = set()
    waiting = [start]
    while waiting:
        module = waiting.pop().resolve()
        if module not in found:
            found.add(module)
            waiting += [module.parent / name for name in imports(module)]
    return found

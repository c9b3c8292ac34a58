"""How the browser's modules depend on each other, and how much of them a page loads."""

import gzip
import re
from pathlib import Path

from playwright.sync_api import Page

from reader import EMAIL, visit
from site_under_test import ROOT, Site

MODULES = ROOT / "overrides/assets/javascripts/bounce-back"
IMPORT = re.compile(r"""\bimport\s*\(?\s*(?:[^"';]*?\bfrom\s*)?["']([^"']+)["']""")
BUDGET = 15_000  # bytes, gzipped: all of our code on the page of an email


def imports(module: Path) -> list[str]:
    return IMPORT.findall(re.sub(r"/\*.*?\*/", "", module.read_text(), flags=re.DOTALL))


def test_elements_import_only_from_lib_and_lib_only_from_itself() -> None:
    wrong = [
        f"{module.relative_to(MODULES)} imports {name}"
        for folder, allowed in (("elements", "../lib/"), ("lib", "./"))
        for module in sorted((MODULES / folder).glob("*.js"))
        for name in imports(module)
        if not name.startswith(allowed)
    ]
    assert wrong == []


def test_main_knows_every_element_and_loads_it_late() -> None:
    elements = {f"./elements/{module.name}" for module in (MODULES / "elements").glob("*.js")}
    main = (MODULES / "main.js").read_text()
    assert elements <= set(imports(MODULES / "main.js"))
    assert all(f'import("{element}")' in main for element in elements)


def test_the_page_of_an_email_loads_little_code(own_page: Page, site: Site) -> None:
    site.requests.clear()
    visit(own_page, EMAIL)
    ours = {path for path in site.requests if "/bounce-back/" in path and path.endswith(".js")}
    sizes = {path: len(gzip.compress((site.folder / path[1:]).read_bytes())) for path in ours}
    print(f"{sum(sizes.values())} bytes gzipped in {len(sizes)} files")
    assert sum(sizes.values()) <= BUDGET

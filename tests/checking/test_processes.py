"""Reading and the rules find the same in one process and in several, page by page and at once."""

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guidekit import crew
from guidekit.checking import all_rules, check_anew
from guidekit.content.site import load_site
from guidekit.diagnostics import Rule, sort_key
from guidekit.rules.catalogue import check_pages, check_site, check_whole
from guidekit.rules.excusing import apply_excuses
from tests.support.sites import plant, write_site

DOCS = Path(__file__).parents[2] / "docs"
IN_YEARS = date(2040, 1, 1)  # every review is overdue


@pytest.fixture
def _three_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_cores", lambda: 3)
    monkeypatch.setattr(crew, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("_three_cores")
def test_several_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    together = check_anew(DOCS, IN_YEARS)
    monkeypatch.setattr(crew, "_cores", lambda: 1)
    assert check_anew(DOCS, IN_YEARS) == together
    assert len(together) > 40


@pytest.mark.usefixtures("_three_cores")
def test_a_page_of_another_process_is_spelt_and_excused(tmp_path: Path) -> None:
    text = "<!-- guidekit: allow LINK101 because it comes -->\n\nSee [teh list](gone.md).\n"
    docs = write_site(tmp_path, {**plant("guide", text), **plant("checklist", "Teh words.\n")})
    found = [(problem.code, Path(problem.span.path).parent.name) for problem in check_anew(docs)]
    assert ("SPELL101", "guides") in found
    assert ("SPELL101", "checklists") in found
    assert "LINK101" not in dict(found)


def test_what_was_parsed_before_is_checked_the_same() -> None:
    before = load_site(DOCS, today=IN_YEARS)
    found = check_anew(DOCS, IN_YEARS, before=before)
    assert found == check_anew(DOCS, IN_YEARS)
    # Neither the words of the linters nor an excuse is a matter of the rules.
    assert set(apply_excuses(before, check_site(before), all_rules())) <= set(found)


CASES = [
    pytest.param(rule, snippet, id=f"{rule.code}-{number}")
    for rule in all_rules()
    for number, snippet in enumerate(rule.invalid)
]


@pytest.mark.parametrize(("rule", "snippet"), CASES)
def test_rules_find_the_same_page_by_page(rule: Rule, snippet: str, tmp_path: Path) -> None:
    site = load_site(write_site(tmp_path, plant(rule.example, snippet)), "docs")
    found = [*site.problems]
    for page, document in site.documents.items():
        found += check_pages(replace(site, documents={page: document}, files=set()))
    outlines = {page: document.outline() for page, document in site.documents.items()}
    found += check_whole(replace(site, documents=outlines))
    assert sorted(set(found), key=sort_key) == check_site(site)

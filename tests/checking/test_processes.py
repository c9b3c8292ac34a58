"""The rules find the same in one process and in several."""

import threading
from datetime import date
from pathlib import Path

import pytest

from guidekit import crew
from guidekit.content.site import load_site
from guidekit.rules.catalogue import check_site

DOCS = Path(__file__).parents[2] / "docs"
IN_YEARS = date(2040, 1, 1)  # every review is overdue


def test_several_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    site = load_site(DOCS, "docs", IN_YEARS)
    monkeypatch.setattr(crew, "_cores", lambda: 1)
    alone = check_site(site)
    monkeypatch.setattr(crew, "_cores", lambda: 3)
    monkeypatch.setattr(crew, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert check_site(site) == alone
    assert len(alone) > 40

"""The pages that `make bench` builds are ones that a strict build accepts."""

from pathlib import Path

import pytest

from guidekit.checking import check_docs
from guidekit.diagnostics import Severity

ROOT = Path(__file__).parents[1]


def test_made_guides_have_no_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from bench.guides import changes, write_sites

    sites = write_sites(tmp_path, 110)
    for site in sites.values():
        assert len(list((site / "docs").rglob("*.md"))) == 110
    problems = check_docs(sites["ours"] / "docs", use_cache=False)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    first, second = (next(changes(sites["ours"])) for _ in range(2))
    assert first == second
    assert first in (sites["ours"] / "docs/guides/not-personal.md").read_text()

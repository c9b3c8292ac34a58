"""The table of rules, and the findings that carry its codes."""

import re
from pathlib import Path

from guidekit.diagnostics import Severity
from guidekit.links import RULES, check_links
from tests.links.sites import make_site

SOURCES = Path(__file__).parents[2] / "scripts/guidekit/links"


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in RULES)


def test_every_rule_is_used() -> None:
    code = "".join(path.read_text() for path in SOURCES.rglob("*.py") if path.name != "rules.py")
    in_series = {f"LINK2{number:02}" for number in range(1, 12)}
    in_series |= {f"LINK3{number:02}" for number in range(2, 8)}
    in_series |= {f"LINK60{number}" for number in range(1, 9)}
    in_series |= {f"LINK61{number}" for number in range(1, 7)}
    assert {rule.code for rule in RULES} - in_series <= set(re.findall(r"LINK\d{3}", code))


def test_what_readers_get_past_is_a_warning_and_what_stops_them_an_error(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"page.html": '<a href="guides">x</a><a href="guide/">y</a>'})
    assert [(problem.code, problem.severity) for problem in check_links(site)] == [
        ("LINK401", Severity.WARNING),
        ("LINK201", Severity.ERROR),
    ]


def test_path_is_the_directory_as_typed_and_the_file(tmp_path: Path, monkeypatch) -> None:
    make_site(tmp_path, {"page.html": '<a href="no/">x</a>'})
    monkeypatch.chdir(tmp_path)
    paths = [
        check_links(Path(typed))[0].span.path
        for typed in ("site", "./site/", "../" + tmp_path.name + "/site")
    ]
    assert paths == ["site/page.html", "site/page.html", f"../{tmp_path.name}/site/page.html"]
    monkeypatch.chdir(tmp_path / "site")
    assert check_links(Path())[0].span.path == "page.html"

"""Every rule against its own examples: the whole check runs over each."""

from pathlib import Path

import pytest

from guidekit.diagnostics import Rule
from guidekit.rules.catalogue import all_rules
from tests.support.sites import check, plant

RULES = all_rules()
# Rules about bytes, links on disk or missing pieces cannot be shown in a snippet.
TESTED_BY_HAND = {
    "FILE001", "FILE002", "FILE003", "FILE004", "FILE005", "FILE006", "FILE007", "FILE008",
    "FILE009", "FILE010", "FILE011",
    "META106", "META107", "META109", "DATA101", "DATA102",
}  # fmt: skip


def _cases(kind: str) -> list[pytest.param]:
    return [
        pytest.param(rule, snippet, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, snippet in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize(("rule", "snippet"), _cases("valid"))
def test_valid_example_has_no_problem_at_all(rule: Rule, snippet: str, tmp_path: Path) -> None:
    assert check(tmp_path, plant(rule.example, snippet)) == []


@pytest.mark.parametrize(("rule", "snippet"), _cases("invalid"))
def test_invalid_example_is_found(rule: Rule, snippet: str, tmp_path: Path) -> None:
    found = check(tmp_path, plant(rule.example, snippet))
    assert rule.code in {problem.code for problem in found}


def test_every_rule_has_an_invalid_example_or_a_test_by_hand() -> None:
    without = {rule.code for rule in RULES if not rule.invalid}
    assert without == TESTED_BY_HAND


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_says_why_it_exists() -> None:
    assert all(rule.why.endswith(".") for rule in RULES)


def test_small_site_is_clean(tmp_path: Path) -> None:
    assert check(tmp_path) == []

"""The one list of rules holds every code that any command can print."""

import re
from pathlib import Path

from guidekit.registry import families

PACKAGE = Path(__file__).parents[1] / "scripts" / "guidekit"
RULES = [rule for family in families() for rule in family.rules]


def test_every_code_in_the_source_is_listed_once() -> None:
    made = r'\bRule\(\s*"([A-Z]+\d+)"'
    written = {
        code for file in PACKAGE.rglob("*.py") for code in re.findall(made, file.read_text())
    }
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert len(written) > 100
    assert written <= set(codes)


def test_every_rule_says_in_a_sentence_why_it_exists() -> None:
    assert [rule.code for rule in RULES if not re.match(r"[A-Z`].*\.$", rule.why)] == []

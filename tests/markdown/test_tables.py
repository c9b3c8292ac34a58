"""A writer may align the columns of a table; what comes of it may be published."""

from pathlib import Path

import pytest
from markdown import Markdown

from guidekit.finish.allowed import problems_of

STYLES = Path(__file__).parents[2] / "overrides/assets/stylesheets/bounce-back.css"


@pytest.mark.parametrize(
    ("line", "attributes"),
    [
        ("---", ""),
        (":--", ""),
        ("--:", ' class="cell--end"'),
        (":-:", ' class="cell--center"'),
    ],
)
def test_columns_are_aligned_by_a_class(line: str, attributes: str, golden_docs: Path) -> None:
    configs = {"guidekit.markdown": {"docs_dir": str(golden_docs)}}
    engine = Markdown(extensions=["tables", "guidekit.markdown"], extension_configs=configs)
    html = engine.convert(f"| Weeks | Words |\n| {line} | --- |\n| 12 | Some |\n")
    assert f"<th{attributes}>Weeks</th>" in html
    assert f"<td{attributes}>12</td>" in html
    start = '<!doctype html><html lang="en"><head><title>T</title></head><body><div class="prose">'
    assert list(problems_of("x", f"{start}{html}</div></body></html>")) == []


def test_style_sheet_knows_the_classes() -> None:
    style = STYLES.read_text(encoding="utf-8")
    assert ".cell--end {\n  text-align: end;" in style
    assert ".cell--center {\n  text-align: center;" in style

"""The HTML of each construct, against files that hold input and output side by side.

After a change that is meant, `UPDATE_GOLDEN=1 pytest tests/markdown` writes the files
anew; read the difference before you commit it.
"""

import os
from pathlib import Path

import pytest
from markdown import Markdown

CASES = sorted((Path(__file__).parent / "golden").glob("*.md"))


def _render(text: str, docs: Path) -> str:
    extensions = ["admonition", "attr_list", "tables", "toc", "pymdownx.superfences"]
    configs = {"guidekit.markdown": {"docs_dir": str(docs)}}
    md = Markdown(extensions=[*extensions, "guidekit.markdown"], extension_configs=configs)
    return md.convert(text) + "\n"


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_construct_renders_as_in_its_golden_file(case: Path, golden_docs: Path) -> None:
    html = _render(case.read_text(), golden_docs)
    expected = case.with_suffix(".html")
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(html)
    assert html == expected.read_text()


def test_there_are_golden_cases() -> None:
    assert len(CASES) >= 8

"""The data files that rendering reads, with the interface words of the real site."""

import shutil
from pathlib import Path

import pytest

from tests.support.sites import write_site

PROJECT = Path(__file__).parents[2]

QUESTIONS = """\
questions:
  label: Your questions
  hint: One or two
  example: What first?
  kind: multiline
  most_lines: 2
  suggestions: [What should I work on first?, 'Which "example" was too short?']
"""


@pytest.fixture(scope="session")
def golden_docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the docs folder of the small site, with the real words of the interface."""
    docs = write_site(tmp_path_factory.mktemp("golden"))
    shutil.copy(PROJECT / "docs/_data/strings.yml", docs / "_data/strings.yml")
    with (docs / "_data/fields.yml").open("a", encoding="utf-8") as fields:
        fields.write(QUESTIONS)
    return docs

"""The data files that rendering reads, with the interface words of the real site."""

import shutil
from pathlib import Path

import pytest

from tests.support.sites import write_site

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def golden_docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the docs folder of the small site, with the real words of the interface."""
    docs = write_site(tmp_path_factory.mktemp("golden"))
    shutil.copy(PROJECT / "docs/_data/strings.yml", docs / "_data/strings.yml")
    return docs

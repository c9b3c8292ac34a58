"""What the tests of web links share."""

from pathlib import Path

import pytest

from tests.links.external.asking import Asking


@pytest.fixture
def ask(tmp_path: Path) -> Asking:
    return Asking(tmp_path)

"""The browser's side of the search."""

from collections.abc import Iterator

import pytest

from tests.tone.node import BrowserSide
from tests.tone.phrases import our_phrases


@pytest.fixture(scope="session")
def browser_side() -> Iterator[BrowserSide]:
    with BrowserSide(our_phrases()) as side:
        yield side

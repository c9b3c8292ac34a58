"""The plan's modules in Node, where they are quick to try on many inputs."""

from collections.abc import Iterator

import pytest

from tests.support.javascript import Javascript


@pytest.fixture(scope="session")
def node() -> Iterator[Javascript]:
    """A Node for all tests; no test leaves anything in it."""
    with Javascript() as running:
        yield running

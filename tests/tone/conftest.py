"""The browser's side of the search, and figures that are shown at the end of the run."""

from collections.abc import Callable, Iterator

import pytest

from tests.tone.node import BrowserSide
from tests.tone.phrases import our_phrases

FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def browser_side() -> Iterator[BrowserSide]:
    with BrowserSide(our_phrases()) as side:
        yield side


@pytest.fixture(scope="session")
def show(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return a function that shows a line at the end of the run, whatever the options."""
    return request.config.stash.setdefault(FIGURES, []).append


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for line in config.stash.get(FIGURES, []):
        terminalreporter.write_line(line)

"""What every test shares."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from xdist.workermanage import WorkerController

FIGURES = pytest.StashKey[list[str]]()

# How long an example takes says more about the machine than about the code.
settings.register_profile("default", deadline=None)
settings.load_profile("default")


@pytest.fixture(scope="session")
def show(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return a function that shows a line at the end of the run, whatever the options."""
    return request.config.stash.setdefault(FIGURES, []).append


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the figures of this process, when it is one of several, to the one that shows them."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = session.config.stash.get(FIGURES, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: WorkerController) -> None:
    """Take the figures of a process that has ended."""
    figures = getattr(node, "workeroutput", {}).get("figures", [])
    node.config.stash.setdefault(FIGURES, []).extend(figures)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show the figures, and the sum of each number that tests recorded as a property."""
    for line in config.stash.get(FIGURES, []):
        terminalreporter.write_line(line)
    numbers: dict[str, list[int]] = {}
    for report in terminalreporter.getreports("passed"):
        for name, number in report.user_properties:
            numbers.setdefault(name, []).append(number)
    for name, each in numbers.items():
        terminalreporter.write_line(f"{name}: {sum(each)} in {len(each)} cases")

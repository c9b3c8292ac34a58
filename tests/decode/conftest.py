"""The page's reading of a message, in Node: as the browser does it, without a browser."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from guidekit.decode.page import DATA
from tests.decode.node import answering

TimedReport = tuple[dict[str, Any], float]


@pytest.fixture(scope="session")
def timed_report() -> Iterator[Callable[[str], TimedReport]]:
    """Return a function that gives the report on a text, and the milliseconds of work."""
    with answering("report_messages.mjs") as ask:
        ask(json.loads(DATA.read_bytes()))
        yield ask


@pytest.fixture(scope="session")
def report(timed_report: Callable[[str], TimedReport]) -> Callable[[str], dict[str, Any]]:
    """Return a function that gives the report on a text."""
    return lambda text: timed_report(text)[0]

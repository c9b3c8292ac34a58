"""The page's reading of a message, in Node: as the browser does it, without a browser."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from guidekit.decode.page import DATA
from scripts.node_tools import NODE

SCRIPT = Path(__file__).with_name("report_messages.mjs")
# The site's JavaScript has no package.json of its own that calls it modules.
QUIET = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"

TimedReport = tuple[dict[str, Any], float]


@pytest.fixture(scope="session")
def timed_report() -> Iterator[Callable[[str], TimedReport]]:
    """Return a function that gives the report on a text, and the milliseconds of work."""
    with subprocess.Popen(
        [NODE, QUIET, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as node:
        assert node.stdin
        assert node.stdout
        sent, answers = node.stdin, node.stdout
        print(json.dumps(json.loads(DATA.read_bytes())), file=sent, flush=True)

        def ask(text: str) -> TimedReport:
            print(json.dumps(text), file=sent, flush=True)
            answer, milliseconds = json.loads(answers.readline())
            return answer, milliseconds

        yield ask
        sent.close()


@pytest.fixture(scope="session")
def report(timed_report: Callable[[str], TimedReport]) -> Callable[[str], dict[str, Any]]:
    """Return a function that gives the report on a text."""
    return lambda text: timed_report(text)[0]

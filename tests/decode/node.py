"""A script in Node that answers each line of JSON with a line of JSON."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts.node_tools import NODE

# The site's JavaScript has no package.json of its own that calls it modules.
QUIET = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"


@contextmanager
def answering(script: str) -> Iterator[Callable[[Any], Any]]:
    """Run a script of this folder, and give a function that asks it something."""
    with subprocess.Popen(
        [NODE, QUIET, Path(__file__).with_name(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as node:
        assert node.stdin
        assert node.stdout
        sent, answers = node.stdin, node.stdout

        def ask(value: Any) -> Any:
            print(json.dumps(value), file=sent, flush=True)
            return json.loads(answers.readline())

        yield ask
        sent.close()

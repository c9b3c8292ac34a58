"""The site's own JavaScript modules, called in Node."""

import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

from scripts.node_tools import NODE

_SCRIPT = Path(__file__).with_name("call.mjs")
# The site's JavaScript has no package.json of its own that calls it modules.
_QUIET = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"


class Javascript:
    """A running Node, in a time zone, that calls exported functions one after the other.

    Modules are named as in `bounce-back/lib`, for example `plan/days`.
    """

    def __init__(self, zone: str = "UTC") -> None:
        self._node = subprocess.Popen(
            [NODE, _QUIET, _SCRIPT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "TZ": zone},
        )

    def __enter__(self) -> "Javascript":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._node.communicate(timeout=10)

    def call(self, module: str, name: str, *values: Any) -> Any:
        """Return what `name` of `module` gives for these values.

        Values and results are JSON, in which `{"Map": [[key, value], ...]}` is a Map and
        `{"Date": "2026-11-24T19:00:00"}` a Date. Raises JavascriptError for what it throws.
        """
        assert self._node.stdin
        assert self._node.stdout
        question = {"module": module, "name": name, "values": values}
        print(json.dumps(question), file=self._node.stdin, flush=True)
        answer = json.loads(self._node.stdout.readline())
        if "error" in answer:
            raise JavascriptError(answer["error"])
        return answer.get("value")


class JavascriptError(Exception):
    """The function threw; this is its stack."""

"""The search as the browser does it, in Node."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from guidekit.content.schema import TonePhrase
from guidekit.content.tone import ToneMatch
from scripts.node_tools import NODE

SCRIPT = Path(__file__).with_name("find_tone.mjs")
# The site's JavaScript has no package.json of its own that calls it modules.
QUIET = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"

Place = tuple[int, int, str]


class BrowserSide:
    """A running Node that looks for phrases in one text after the other."""

    def __init__(self, phrases: Iterable[TonePhrase]) -> None:
        self._node = subprocess.Popen(
            [NODE, QUIET, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._phrases = [phrase.model_dump() for phrase in phrases]

    def __enter__(self) -> "BrowserSide":
        self._ask(self._phrases)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._node.communicate(timeout=10)

    def find(self, text: str) -> list[Place]:
        """Return where `lib/tone.js` finds a phrase, as JavaScript counts, and its id."""
        return [(start, end, name) for start, end, name in self._ask(text)]

    def _ask(self, question: object) -> list[Place]:
        assert self._node.stdin
        assert self._node.stdout
        print(json.dumps(question), file=self._node.stdin, flush=True)
        return json.loads(self._node.stdout.readline())


def as_browser_counts(text: str, matches: list[ToneMatch]) -> list[Place]:
    """Return Python's matches with their places counted as JavaScript does."""
    return [
        (_units(text[: match.start]), _units(text[: match.end]), match.phrase.id)
        for match in matches
    ]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

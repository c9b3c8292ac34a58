"""Which of many expressions are somewhere in a text, told by one look at it.

RE2 reads all of them at once, in time that grows with the text and not with their number. It
knows no looking ahead or behind: leave that out here, and look more closely at what is found.
"""

from collections.abc import Iterable

import re2

_MEMORY = 64 << 20  # bytes, for what a screen learns as it reads; the phrases of tone need 2 MB


class Screen:
    """Expressions that are looked for together."""

    def __init__(self, patterns: Iterable[str]) -> None:
        options = re2.Options()
        options.max_mem = _MEMORY
        self._set = re2.Set.SearchSet(options)
        for pattern in patterns:
            self._set.Add(pattern)
        self._set.Compile()

    def find(self, text: str) -> list[int]:
        """Return the numbers of the expressions that match somewhere, from 0 and in order.

        To them every character beyond ASCII is a question mark.
        """
        return sorted(self._set.Match(text.encode("ascii", "replace")) or ())

"""The list of addresses that are not asked, each with a reason and a last day."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guidekit.diagnostics import Diagnostic, Span
from guidekit.links.rules import BY_CODE

EXPIRED, UNUSED = "LINK621", "LINK622"


class Ignored(NamedTuple):
    """An entry: addresses (`*` stands for anything), why they are not asked, the last day."""

    url: str
    reason: str
    until: datetime.date
    span: Span


class IgnoreList:
    """Knows which addresses are not asked, and which entries served for none."""

    def __init__(self, entries: Iterable[Ignored], today: datetime.date) -> None:
        self._entries, self._today = list(entries), today
        self._patterns = [(_pattern(entry.url), entry) for entry in self._entries]
        self._used: set[int] = set()

    def covers(self, url: str) -> bool:
        """Whether an address is not to be asked: an entry that has not expired names it."""
        matching = [entry for pattern, entry in self._patterns if pattern.fullmatch(url)]
        self._used.update(map(id, matching))
        return any(entry.until >= self._today for entry in matching)

    def problems(self) -> Sequence[Diagnostic]:
        """Return the entries that have expired, or that no address of the site needs."""
        return list(self._problems())

    def _problems(self) -> Iterator[Diagnostic]:
        for entry in self._entries:
            if id(entry) not in self._used:
                message = f"no link of the site leads to `{entry.url}`"
                yield BY_CODE[UNUSED].at(entry.span, message, "remove the entry")
            elif entry.until < self._today:
                message = f"the entry for `{entry.url}` ended on {entry.until}, so it was asked"
                help = "remove it if the link works now; else look again, and give a later day"
                yield BY_CODE[EXPIRED].at(entry.span, message, help)


def _pattern(url: str) -> re.Pattern[str]:
    parts = re.split(r"\*+", url)
    return re.compile(".*".join(map(re.escape, parts)), re.DOTALL)

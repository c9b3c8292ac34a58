"""Keeps answers between runs, good ones for longer than bad ones."""

import sys
from pathlib import Path
from typing import NamedTuple

from guidekit.diagnostics import Severity
from guidekit.links.external.clock import Clock
from guidekit.links.external.judge import Answer
from guidekit.links.external.trouble import NOT_CHECKED, PRIVATE, Note
from guidekit.links.rules import BY_CODE
from guidekit.store import Store

_NAME = "web-links"
# Count up when what is kept changes its form or its meaning.
_VERSION = f"1 {sys.implementation.cache_tag}".encode()
_HOUR, _DAY = 3_600.0, 86_400.0
GOOD_LASTS, DOUBTFUL_LASTS, BAD_LASTS = 7 * _DAY, _DAY, _HOUR  # seconds


class _Kept(NamedTuple):
    """An answer, when it was given (seconds since 1970), and whether the page was read."""

    answer: Answer
    at: float
    is_page: bool

    def holds(self, now: float) -> bool:
        severities = {BY_CODE[note.code].severity for note in self.answer.notes}
        lasts = DOUBTFUL_LASTS if severities else GOOD_LASTS
        return 0 <= now - self.at < (BAD_LASTS if Severity.ERROR in severities else lasts)


class Cache:
    """The answers kept in one folder; without a folder for this run only."""

    def __init__(self, folder: Path | None, clock: Clock, *, fresh: bool = False) -> None:
        """Read what is kept; with `fresh` nothing is, and all is asked anew."""
        self._store = Store(folder, _VERSION) if folder else None
        self._clock = clock
        saved = self._store.load(_NAME) if self._store and not fresh else None
        self._kept = {key: _from_plain(*item) for key, item in (saved or {}).items()}

    def find(self, key: str, fragments: frozenset[str], *, is_page: bool) -> Answer | None:
        """Return the answer kept under `key`, None when it is too old or says too little."""
        kept = self._kept.get(key)
        if kept is None or not kept.holds(self._clock.date()) or (is_page and not kept.is_page):
            return None
        is_enough = kept.answer.notes or fragments <= kept.answer.anchors.keys()
        return kept.answer if is_enough else None

    def keep(self, key: str, answer: Answer, *, is_page: bool) -> None:
        """Keep an answer, unless it says nothing about the address."""
        if not {NOT_CHECKED, PRIVATE} & {note.code for note in answer.notes}:
            self._kept[key] = _Kept(answer, self._clock.date(), is_page)

    def save(self) -> None:
        """Write down what still holds."""
        now = self._clock.date()
        lasting = {key: _as_plain(kept) for key, kept in self._kept.items() if kept.holds(now)}
        if self._store:
            self._store.save(_NAME, lasting)


_Plain = tuple[tuple[tuple[str, str, str], ...], str, dict[str, bool], float, bool]


def _as_plain(kept: _Kept) -> _Plain:
    answer = kept.answer
    notes = tuple((note.code, note.what, note.help) for note in answer.notes)
    return notes, answer.moved, answer.anchors, kept.at, kept.is_page


def _from_plain(
    notes: tuple[tuple[str, str, str], ...],
    moved: str,
    anchors: dict[str, bool],
    at: float,
    is_page: bool,  # noqa: FBT001  (the last of a tuple)
) -> _Kept:
    return _Kept(Answer(tuple(Note(*note) for note in notes), moved, anchors), at, is_page)

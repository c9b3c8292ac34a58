"""Reads what an HTML page holds for links: targets, anchors, `<base>`, where it redirects to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import chain

from guidekit.links.record import FACT, FileRecord, Link, Placed, by_scope
from guidekit.links.tags import Held, places_in_tag, read_tag, read_usual_tag
from guidekit.links.tokens import all_tags, is_closed, quick_tags, tags_with_offsets

# Bounds of the memory that known tags take.
_MOST_KNOWN, _LONGEST_KNOWN = 50_000, 1_000


class _NotClosedError(Exception):
    """A tag goes on after the first `>`, which is in one of its values."""


class _KnownTags(dict[bytes, int]):
    """The same tags come back on every page, so each is read once: a number for what it holds.

    Looked up without a loop in Python, because this is done for every tag of every page.
    """

    def __init__(self) -> None:
        self.links: list[tuple[Link, ...]] = [()]
        self.ids: list[tuple[str, ...]] = [()]
        self._long: list[bytes] = []

    def __missing__(self, tag: bytes) -> int:
        held = read_usual_tag(tag)
        if held is None and not is_closed(tag):
            raise _NotClosedError
        return self.add(tag, held or read_tag(tag))

    def add(self, tag: bytes, held: Held) -> int:
        """Keep what a tag holds, and return its number: 0 for nothing."""
        links, ids = held
        self[tag] = number = len(self.links) if links or ids else 0
        if number:
            self.links.append(links)
            self.ids.append(ids)
        if len(tag) > _LONGEST_KNOWN:
            self._long.append(tag)
        return number

    def forget(self) -> None:
        """Forget long tags, and all when there are many."""
        for tag in self._long:
            self.pop(tag, None)
        self._long.clear()
        if len(self) > _MOST_KNOWN or len(self.links) > _MOST_KNOWN:
            self.clear()
            del self.links[1:], self.ids[1:]


_known = _KnownTags()


def read_html(data: bytes) -> FileRecord:
    """Return what a page in UTF-8 holds."""
    numbers = _numbers(data)
    links = set(chain.from_iterable(map(_known.links.__getitem__, set(numbers))))
    ids = list(chain.from_iterable(map(_known.ids.__getitem__, numbers)))
    *groups, facts = by_scope(links)
    record = FileRecord(
        links=tuple(groups),
        ids=frozenset(ids),
        doubled=_doubled(ids),
        base=_first_fact("base", facts, numbers),
        refresh=_first_fact("refresh", facts, numbers),
    )
    _known.forget()
    return record


def _numbers(data: bytes) -> list[int]:
    try:
        return list(map(_known.__getitem__, quick_tags(data)))
    except _NotClosedError:
        return list(map(_number, all_tags(data)))


def _number(tag: bytes) -> int:
    """Return the number of a tag that is surely a whole one."""
    number = _known.get(tag)
    return _known.add(tag, read_tag(tag)) if number is None else number


def _doubled(ids: list[str]) -> tuple[str, ...]:
    if len(set(ids)) == len(ids):
        return ()
    return tuple(sorted(name for name, number in Counter(ids).items() if number > 1))


def _first_fact(use: str, facts: Iterable[Link], numbers: list[int]) -> str | None:
    """Return the target of the first fact of this kind on the page."""
    if not any(link[0] == use for link in facts):
        return None
    in_order = (link for number in numbers for link in _known.links[number])
    return next(link[1] for link in in_order if link[0] == use and link[2] == FACT)


def places_in_html(data: bytes, wanted: Set[Link | str]) -> Iterator[Placed]:
    """Yield those links and ids of a page that are wanted, with their offsets."""
    for start, tag in tags_with_offsets(data):
        number = _number(tag)
        held = chain(_known.links[number], _known.ids[number])
        if number and not wanted.isdisjoint(held):
            for offset, item in places_in_tag(tag):
                if item in wanted:
                    yield start + offset, item
    _known.forget()

"""What reading one file yields: plain values that can be sent, and kept by content.

A record says what a file holds, never whether that is right: it depends on the bytes of
the file and on nothing else, so it stays true while they do.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

# How a target is used (a key of `uses.USES`), the target exactly as the file writes it,
# and what its meaning depends on: nothing but the site, or the folder two above the page's,
# one above, the page's folder, or the page itself. Pages that share that share most links.
Link = tuple[str, str, int]
SITE, GRANDPARENT, PARENT, FOLDER, PAGE = range(5)
# Not a target to check, but a fact about the page: its `<base>`, where it redirects to.
FACT = 5

# More faults than this in one file are neither looked for nor shown.
MOST_FAULTS = 2_000

_SITE_WIDE = re.compile(r"/|[a-zA-Z][a-zA-Z0-9+.-]*:")


class Fault(NamedTuple):
    """Something wrong with a file as such, at a place in it."""

    code: str
    message: str
    help: str
    line: int = 1
    column: int = 1


class Finding(NamedTuple):
    """Something wrong with a target, wherever in the file it is written."""

    code: str
    message: str
    help: str
    # Scripts fill in what is empty or has placeholders in a <template>: no fault there.
    spares_templates: bool = False


# An offset in a file, and what is there: a link, or an id.
Placed = tuple[int, Link | str]


class FileRecord(NamedTuple):
    """What one file holds."""

    links: tuple[tuple[Link, ...], ...] = ((),) * 5  # by what they depend on
    ids: frozenset[str] = frozenset()
    doubled: tuple[str, ...] = ()  # ids that stand there more than once
    base: str | None = None  # of `<base href>`, as written
    refresh: str | None = None  # of `<meta http-equiv="refresh">`, as written
    faults: tuple[Fault, ...] = ()
    is_page: bool = False


def to_plain(record: FileRecord) -> tuple[Any, ...]:
    """Return a record in the form that `marshal` writes."""
    faults: Any = tuple(tuple(fault) for fault in record.faults)
    return (*record._replace(faults=faults),)


def from_plain(values: tuple[Any, ...]) -> FileRecord:
    """Return the record that `to_plain` was given."""
    record = FileRecord(*values)
    return record._replace(faults=tuple(Fault(*fault) for fault in record.faults))


def make_link(use: str, target: str) -> Link:
    """Return a link; when in doubt what its target's meaning depends on, it is the page."""
    if target.startswith("../"):
        return use, target, GRANDPARENT if target.startswith("../../") else PARENT
    if _SITE_WIDE.match(target):
        return use, target, SITE
    is_plain = target[:1].isalnum() or target[:1] in (".", "_")
    return use, target, FOLDER if is_plain and target else PAGE


def by_scope(links: Iterable[Link]) -> tuple[tuple[Link, ...], ...]:
    """Sort links by what they depend on; the last group are the facts."""
    groups: tuple[list[Link], ...] = ([], [], [], [], [], [])
    for link in links:
        groups[link[2]].append(link)
    return tuple(map(tuple, groups))

"""Reads one file of a site into a record, and walks through it again to find places."""

import os
import re
from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from typing import NamedTuple

from guidekit.links.css import places_in_css
from guidekit.links.formats import (
    manifest_faults,
    places_in_manifest,
    places_in_robots,
    places_in_sitemap,
    sitemap_faults,
)
from guidekit.links.html import places_in_html, read_html
from guidekit.links.record import Fault, FileRecord, Link, Placed, by_scope
from guidekit.links.redirects import places_in_redirects, redirects_faults
from guidekit.links.text import Positions, as_utf8

UNREADABLE, NOT_UTF8 = "LINK903", "LINK901"

# Above this a file is not read: nobody waits for such a page, and two seconds would not do.
LARGEST = 20_000_000


class _Format(NamedTuple):
    names: re.Pattern[str]
    find: Callable[[bytes], list[tuple[int, Link]]]
    faults: Callable[[bytes], tuple[Fault, ...]]


def _no_faults(_: bytes) -> tuple[Fault, ...]:
    return ()


_PAGE = re.compile(r".*\.(?:x?html?|shtml)", re.IGNORECASE)
_FORMATS = [
    _Format(re.compile(r".*\.css", re.IGNORECASE), places_in_css, _no_faults),
    _Format(re.compile(r"(?:.*/)?[^/]*sitemap[^/]*\.xml"), places_in_sitemap, sitemap_faults),
    _Format(
        re.compile(r".*\.webmanifest|(?:.*/)?manifest\.(?:json|webapp)"),
        places_in_manifest,
        manifest_faults,
    ),
    _Format(re.compile(r"robots\.txt"), places_in_robots, _no_faults),
    _Format(re.compile(r"_redirects"), places_in_redirects, redirects_faults),
]


def is_page(name: str) -> bool:
    """Whether a file of the site is an HTML page; `name` is its path in the site."""
    return _PAGE.fullmatch(name) is not None


def is_readable(name: str) -> bool:
    """Whether a file of the site can hold links that are checked."""
    return is_page(name) or _format(name) is not None


def _format(name: str) -> _Format | None:
    return next((form for form in _FORMATS if form.names.fullmatch(name)), None)


def read_record(root: str, name: str) -> FileRecord:
    """Return the record of the file `name` in the site at `root`, whatever is in it."""
    data, faults = load(root, name)
    if is_page(name):
        return replace(read_html(data), faults=faults)
    form = _format(name)
    if form is None:
        return FileRecord(faults=faults)
    *groups, _ = by_scope({link for _, link in form.find(data)})
    return FileRecord(links=tuple(groups), faults=(*faults, *form.faults(data)))


def places(name: str, data: bytes, wanted: Set[Link | str]) -> Iterable[Placed]:
    """Return those links and ids of a file that are wanted, each with its offset."""
    form = None if is_page(name) else _format(name)
    if form is None:
        return places_in_html(data, wanted)
    return [place for place in form.find(data) if place[1] in wanted]


def load(root: str, name: str) -> tuple[bytes, tuple[Fault, ...]]:
    """Return a file's text in UTF-8, and what was wrong with its bytes."""
    path = f"{root}/{name}"
    try:
        too_large = os.stat(path).st_size > LARGEST  # noqa: PTH116
        raw = b"" if too_large else _read_bytes(path)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return b"", (Fault(UNREADABLE, message, "give the checker the right to read it"),)
    if too_large:
        message = f"the file is larger than {LARGEST // 1_000_000} MB and was not checked"
        return b"", (Fault(UNREADABLE, message, "split the page"),)
    data, bad_byte = as_utf8(raw)
    return data, _bad_byte_fault(raw, bad_byte) if bad_byte >= 0 else ()


def _read_bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.readall()


def _bad_byte_fault(raw: bytes, offset: int) -> tuple[Fault, ...]:
    message = f"byte 0x{raw[offset]:02x} is not UTF-8"
    help = "save the file as UTF-8, or declare its encoding in <meta charset>"
    return (Fault(NOT_UTF8, message, help, *Positions(raw).at(offset)),)

"""Reads one file of a site into a record, and walks through it again to find places."""

from collections.abc import Callable, Iterable, Set
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
from guidekit.links.kinds import CSS, MANIFEST, PAGE, REDIRECTS, ROBOTS, SITEMAP, kind_of
from guidekit.links.reading import UnreadableError, digest, open_file
from guidekit.links.record import Fault, FileRecord, Link, Placed, by_scope
from guidekit.links.redirects import places_in_redirects, redirects_faults
from guidekit.links.text import Positions, as_utf8

UNREADABLE, NOT_UTF8 = "LINK903", "LINK901"


class _Format(NamedTuple):
    find: Callable[[bytes], list[tuple[int, Link]]]
    faults: Callable[[bytes], tuple[Fault, ...]] = lambda _: ()


_FORMATS = {
    CSS: _Format(places_in_css),
    SITEMAP: _Format(places_in_sitemap, sitemap_faults),
    MANIFEST: _Format(places_in_manifest, manifest_faults),
    ROBOTS: _Format(places_in_robots),
    REDIRECTS: _Format(places_in_redirects, redirects_faults),
}


def read_record(root: str, name: str) -> tuple[bytes, FileRecord]:
    """Return the digest and the record of the file `name` in the site at `root`."""
    try:
        with open_file(root, name) as file:
            raw = file.readall()
    except UnreadableError as error:
        fault = Fault(UNREADABLE, str(error), error.help)
        return digest(name, str(error).encode()), FileRecord(faults=(fault,))
    data, bad_byte = as_utf8(raw)
    faults = _bad_byte_faults(raw, bad_byte) if bad_byte >= 0 else ()
    return digest(name, raw), _record(name, data, faults)


def _record(name: str, data: bytes, faults: tuple[Fault, ...]) -> FileRecord:
    kind = kind_of(name)
    form = _FORMATS.get(kind or "")
    if form is None:
        return read_html(data)._replace(faults=faults, is_page=kind == PAGE)
    *groups, _ = by_scope({link for _, link in form.find(data)})
    return FileRecord(links=tuple(groups), faults=(*faults, *form.faults(data)))


def places(name: str, data: bytes, wanted: Set[Link | str]) -> Iterable[Placed]:
    """Return those links and ids of a file that are wanted, each with its offset."""
    form = _FORMATS.get(kind_of(name) or "")
    if form is None:
        return places_in_html(data, wanted)
    return [place for place in form.find(data) if place[1] in wanted]


def read_text(root: str, name: str) -> bytes:
    """Return a file's text in UTF-8, empty when it cannot be read."""
    try:
        with open_file(root, name) as file:
            return as_utf8(file.readall())[0]
    except UnreadableError:
        return b""


def _bad_byte_faults(raw: bytes, offset: int) -> tuple[Fault, ...]:
    message = f"byte 0x{raw[offset]:02x} is not UTF-8"
    help = "save the file as UTF-8, or declare its encoding in <meta charset>"
    return (Fault(NOT_UTF8, message, help, *Positions(raw).at(offset)),)

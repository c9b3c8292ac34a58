"""Checks every link of a built site, without the network."""

from pathlib import Path
from typing import TYPE_CHECKING

from guidekit.diagnostics import Diagnostic, Span, sort_key
from guidekit.links.cache import Cache, Found
from guidekit.links.kinds import is_page, kind_of
from guidekit.links.record import Fault
from guidekit.links.rules import BY_CODE
from guidekit.links.site import Site, index_site

if TYPE_CHECKING:
    from guidekit.links.address import Address
    from guidekit.links.weblinks import Web

NO_PAGES = "LINK905"


def check_links(
    directory: Path,
    *,
    site_url: str | None = None,
    web: "Web | None" = None,
    cache: Path | None = None,
    fresh: bool = False,
) -> list[Diagnostic]:
    """Return everything wrong with the links of the site in `directory`, by page and place.

    `site_url` is the address the site will have; without it the sitemap and the canonical
    links tell. ValueError when it is no web address. `web` says what is wrong with links
    that leave the site; without it nothing is asked. `cache` is the folder that keeps what
    was found for the next run, None for none; with `fresh` what is in it is not used.
    """
    given = _address(site_url) if site_url else None
    site = index_site(directory)
    names = [name for name in site.files if kind_of(name)]
    if any(map(is_page, names)):
        kept = Cache(cache, site, names, str(given), fresh=fresh)
        found = _found(site, given, kept, web)
    else:
        help = "build the site first, and give the folder that holds its index.html"
        found = [("", Fault(NO_PAGES, "there is no HTML page in this folder", help))]
    found = [*site.faults, *found]
    paths = {name: _path(directory, name) for name, _ in found}
    problems = {_diagnostic(paths[name], fault) for name, fault in found}
    return sorted(problems, key=sort_key)


def _address(site_url: str) -> "Address":
    from guidekit.links.address import parse_address

    return parse_address(site_url)


def _found(site: Site, given: "Address | None", cache: Cache, web: "Web | None") -> Found:
    found = None if web else cache.found()
    if found is None:
        # The rest of the code is needed from here on only, and takes a while to import.
        from guidekit.links.audit import audit

        found = audit(site, given, cache, web)
    return found


def _path(directory: Path, name: str) -> str:
    """Return the path of a file as the user typed the directory, in printable characters."""
    return (directory / name).as_posix().encode("utf-8", "surrogateescape").decode(errors="replace")


def _diagnostic(path: str, fault: Fault) -> Diagnostic:
    span = Span(path, fault.line, fault.column)
    return BY_CODE[fault.code].at(span, fault.message, fault.help)

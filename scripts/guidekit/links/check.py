"""Checks every link of a built site, without the network."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from guidekit.diagnostics import Diagnostic, Span, sort_key
from guidekit.links.address import Address, find_address, parse_address
from guidekit.links.crew import Crew
from guidekit.links.extract import is_page, is_readable
from guidekit.links.judge import Judge
from guidekit.links.locate import Task
from guidekit.links.record import Fault, Finding, Link
from guidekit.links.rules import BY_CODE
from guidekit.links.site import Site, index_site
from guidekit.links.view import View
from guidekit.links.weblinks import Web, WebLinks

NO_PAGES = "LINK905"


def check_links(
    directory: Path,
    *,
    site_url: str | None = None,
    web: Web | None = None,
    processes: int | None = None,
) -> list[Diagnostic]:
    """Return everything wrong with the links of the site in `directory`, by page and place.

    `site_url` is the address the site will have; without it the sitemap and the canonical
    links tell. ValueError when it is no web address. `web` says what is wrong with links
    that leave the site; without it nothing is asked. `processes` is for measuring.
    """
    given = parse_address(site_url) if site_url else None
    site = index_site(directory)
    faults = [*site.faults, *_faults(site, given, web, processes)]
    paths = {name: _path(directory, name) for name, _ in faults}
    found = {_diagnostic(paths[name], fault) for name, fault in faults}
    return sorted(found, key=sort_key)


def _faults(
    site: Site, given: Address | None, web: Web | None, processes: int | None
) -> Iterator[tuple[str, Fault]]:
    names = [name for name in site.files if is_readable(name)]
    if not any(map(is_page, names)):
        help = "build the site first, and give the folder that holds its index.html"
        yield "", Fault(NO_PAGES, "there is no HTML page in this folder", help)
        return
    with Crew(site.root, len(names), processes) as crew:
        records = dict(zip(names, crew.read(names), strict=True))
        yield from ((name, fault) for name in names for fault in records[name].faults)
        view = View(site, given or find_address(site, records), records)
        tasks = _tasks(view, web)
        for task, faults in zip(tasks, crew.locate(tasks), strict=True):
            yield from ((task.name, fault) for fault in faults)


def _tasks(view: View, web: Web | None) -> list[Task]:
    """Return what to look for in each file that something is wrong with."""
    judge = Judge(view)
    findings = {name: judge.findings(name) for name in view.records}
    if web:
        _add_web_findings(findings, view, web)
    tasks = (Task(name, findings[name], record.doubled) for name, record in view.records.items())
    return [task for task in tasks if task.findings or task.doubled]


def _add_web_findings(
    findings: dict[str, dict[Link, tuple[Finding, ...]]], view: View, web: Web
) -> None:
    finder = WebLinks(view)
    links = {name: list(finder.of(name)) for name in view.records}
    # In order, so that two runs ask the same in the same order.
    found = web(sorted(set(chain.from_iterable(links.values()))))
    for name, used in links.items():
        for link in used:
            if link in found:
                findings[name][link.link] = findings[name].get(link.link, ()) + found[link]


def _path(directory: Path, name: str) -> str:
    """Return the path of a file as the user typed the directory, in printable characters."""
    return (directory / name).as_posix().encode("utf-8", "surrogateescape").decode(errors="replace")


def _diagnostic(path: str, fault: Fault) -> Diagnostic:
    span = Span(path, fault.line, fault.column)
    return BY_CODE[fault.code].at(span, fault.message, fault.help)

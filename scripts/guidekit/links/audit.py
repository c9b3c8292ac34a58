"""Reads all files of a site, judges all links, and finds where the wrong ones stand."""

from functools import partial
from itertools import chain
from typing import Any

from guidekit.crew import each
from guidekit.links.address import Address, find_address
from guidekit.links.cache import Cache, Found
from guidekit.links.extract import read_record
from guidekit.links.judge import Judge
from guidekit.links.locate import Task, locate
from guidekit.links.record import Fault, FileRecord, Finding, Link, from_plain, to_plain
from guidekit.links.site import Site
from guidekit.links.view import View
from guidekit.links.weblinks import Web, WebLinks

_Findings = dict[str, dict[Link, tuple[Finding, ...]]]


def audit(site: Site, given: Address | None, cache: Cache, web: Web | None) -> Found:
    """Return all faults of a site; `given` is its address, None to find it out."""
    digests, records = _read_all(site, cache)
    view = View(site, given or find_address(site, records), records)
    found = [(name, fault) for name, record in records.items() for fault in record.faults]
    tasks = _tasks(view, web)
    for task, faults in zip(tasks, each(partial(_locate, site.root), tasks), strict=True):
        found += ((task.name, Fault(*fault)) for fault in faults)
    if web is None:
        cache.keep(digests, records, found)
    return found


def _tasks(view: View, web: Web | None) -> list[Task]:
    """Return what to look for in each file that something is wrong with."""
    findings = _judged_and_asked(view, web) if web else _judged(view)
    tasks = (Task(name, findings[name], record.doubled) for name, record in view.records.items())
    return [task for task in tasks if task.findings or task.doubled]


def _judged(view: View) -> _Findings:
    judge = Judge(view)
    return {name: judge.findings(name) for name in view.records}


def _judged_and_asked(view: View, web: Web) -> _Findings:
    from concurrent.futures import ThreadPoolExecutor

    finder = WebLinks(view)
    links = {name: list(finder.of(name)) for name in view.records}
    with ThreadPoolExecutor(1) as thread:  # the web takes its time, and asks for little of ours
        judging = thread.submit(_judged, view)
        # In order, so that two runs ask the same in the same order.
        found = web(sorted(set(chain.from_iterable(links.values()))))
        findings = judging.result()
    for name, used in links.items():
        for link in used:
            if link in found:
                findings[name][link.link] = findings[name].get(link.link, ()) + found[link]
    return findings


def _read_all(site: Site, cache: Cache) -> tuple[dict[str, bytes], dict[str, FileRecord]]:
    """Return the digest and the record of each file, reading those that are not known."""
    digests = dict(cache.digests)
    known = {name: cache.record(name) for name in cache.names}
    new = [name for name in cache.names if known[name] is None]
    read = dict(zip(new, each(partial(_read, site.root), new), strict=True))
    digests |= {name: digest for name, (digest, _) in read.items()}
    one: dict[Link, Link] = {}  # of each link one copy: most stand on many pages
    records = {name: _united(known[name] or from_plain(read[name][1]), one) for name in cache.names}
    return digests, records


def _united(record: FileRecord, one: dict[Link, Link]) -> FileRecord:
    links = tuple(tuple(map(one.setdefault, group, group)) for group in record.links)
    return record._replace(links=links)


def _read(root: str, name: str) -> tuple[bytes, Any]:
    digest, record = read_record(root, name)
    return digest, to_plain(record)


def _locate(root: str, task: Task) -> list[Any]:
    return [tuple(fault) for fault in locate(root, task)]

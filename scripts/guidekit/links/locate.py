"""Finds where in a file the faults stand that judging its links has shown."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guidekit.links.extract import places, read_text
from guidekit.links.record import MOST_FAULTS, Fault, Finding, Link
from guidekit.links.text import Positions, show
from guidekit.links.tokens import Regions

DUPLICATE_ID, MORE_FAULTS = "LINK501", "LINK906"


class Task(NamedTuple):
    """What to look for in one file."""

    name: str
    findings: Mapping[Link, tuple[Finding, ...]]
    doubled: tuple[str, ...] = ()


def locate(root: str, task: Task) -> list[Fault]:
    """Return every place in the file at which something of `task` is wrong."""
    data = read_text(root, task.name)
    positions = Positions(data)
    found = sorted(_findings(data, task))
    faults = [
        Fault(finding.code, finding.message, finding.help, *positions.at(offset))
        for offset, finding in found[:MOST_FAULTS]
    ]
    if len(found) > MOST_FAULTS or len(task.findings) >= MOST_FAULTS:
        message = f"this file has more faults than the {MOST_FAULTS} that are shown"
        help = "put those right, and check again"
        faults.append(Fault(MORE_FAULTS, message, help, faults[-1].line, faults[-1].column))
    return faults


def _findings(data: bytes, task: Task) -> Iterator[tuple[int, Finding]]:
    template, svg = Regions(data, b"template"), Regions(data, b"svg")
    doubled, seen = frozenset(task.doubled), set[str]()
    for offset, item in places(task.name, data, doubled | task.findings.keys()):
        if not isinstance(item, str):
            for finding in task.findings[item]:
                if not (finding.spares_templates and offset in template):
                    yield offset, finding
        # SVG and templates keep their own ids, which no link leads to.
        elif offset not in svg and offset not in template:
            if item in seen:
                yield offset, _repeated(item)
            seen.add(item)


def _repeated(name: str) -> Finding:
    message = f"the id `{show(name)}` is on this page already"
    help = f"give one of the two another id: a link to `#{show(name)}` leads to the first"
    return Finding(DUPLICATE_ID, message, help)

"""What a link checker finds of the faults that the tests plant, and says of valid oddities."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.links.sites import make_site, page
from tests.links.test_planted_faults import IN_BODY, IN_HEAD, PAGE
from tests.links.test_valid_oddities import ODDITIES

Command = Callable[[Path], list[str]]


def missed_and_alarms(command: Command) -> tuple[list[str], list[str], int, int]:
    """Return the faults that a checker misses and the oddities it complains of, by name.

    Then how many of both there are. Each stands on a page of its own; a checker has found it
    when it names that page.
    """
    faults = {name: page(PAGE, planted) for name, (planted, _, _) in IN_BODY.items()}
    faults |= {name: page(PAGE, head=planted) for name, (planted, _, _) in IN_HEAD.items()}
    oddities = {name: page(PAGE, body) for name, body in ODDITIES.items()}
    found, alarms = _told(command, faults), _told(command, oddities)
    missed = [name for name in faults if name not in found]
    return missed, alarms, len(faults), len(oddities)


def _told(command: Command, pages: Mapping[str, str]) -> list[str]:
    files = {name: f"guides/page-{number}-/index.html" for number, name in enumerate(pages)}
    with tempfile.TemporaryDirectory() as folder:
        site = make_site(Path(folder), {files[name]: text for name, text in pages.items()})
        # Its addresses begin with this, so that is where a host has it.
        site = site.rename(site.with_name("bounce"))
        done = subprocess.run(
            command(site), cwd=folder, check=False, capture_output=True, text=True
        )
    return [name for name, file in files.items() if file in done.stdout]

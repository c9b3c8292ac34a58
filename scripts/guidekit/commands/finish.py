"""`guidekit finish`: the steps between the build and the host, on the files of a built site."""

import argparse
from pathlib import Path

from guidekit.commands import Commands, add_format, report


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    finish = commands.add_parser("finish", help="make a built site ready for a host, in place")
    finish.add_argument("directory", metavar="DIR", type=Path, help="the folder of the built site")
    add_format(finish)
    finish.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from guidekit.finish import finish_site

    return report(finish_site(options.directory), options.format)

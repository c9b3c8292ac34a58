"""`guidekit check`: what is wrong with the content in `docs/`."""

import argparse
from pathlib import Path

from guidekit.commands import Commands, add_format, report
from guidekit.commands.docs import find_docs
from guidekit.diagnostics import Diagnostic


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    check = commands.add_parser("check", help="check the content in docs/")
    check.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="report only problems in these files and folders (default: all of docs/)",
    )
    add_format(check)
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from guidekit.content.site import load_site
    from guidekit.rules.catalogue import check_site

    docs, wanted = find_docs(options.paths)
    found = check_site(load_site(docs))
    return report([problem for problem in found if _is_wanted(problem, wanted)], options.format)


def _is_wanted(problem: Diagnostic, wanted: list[Path]) -> bool:
    path = Path(problem.span.path)
    return not wanted or any(path == want or want in path.parents for want in wanted)

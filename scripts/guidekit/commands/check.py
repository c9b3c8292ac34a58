"""`guidekit check`: what is wrong with the content in `docs/`."""

import argparse
import gc
from pathlib import Path

from guidekit.commands import CLEAN, PROBLEMS, Commands, add_format, report
from guidekit.commands.docs import find_docs
from guidekit.diagnostics import Diagnostic, Severity


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
    check.add_argument(
        "--no-cache", action="store_true", help="read everything anew, whatever is kept"
    )
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from guidekit.checking import check_docs

    # The process ends soon, and what it holds is not garbage.
    gc.disable()
    docs, wanted = find_docs(options.paths)
    found = check_docs(docs, use_cache=not options.no_cache)
    shown = [problem for problem in found if _is_wanted(problem, wanted)]
    report(shown, options.format)
    # A warning is for somebody to look at; it stops nothing.
    return PROBLEMS if any(each.severity is Severity.ERROR for each in shown) else CLEAN


def _is_wanted(problem: Diagnostic, wanted: list[Path]) -> bool:
    path = Path(problem.span.path)
    return not wanted or any(path == want or want in path.parents for want in wanted)

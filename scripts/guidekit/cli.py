"""The command line. Reads arguments, calls the work, prints, and returns the exit status.

Exit status: 0 clean, 1 problems found, 2 wrong usage or a crash. The work is imported
only by the command that needs it, so that `--help` answers at once.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from guidekit import __version__
from guidekit.diagnostics import Diagnostic, Severity, sort_key
from guidekit.reporting import FORMATS

CLEAN, PROBLEMS, CRASH = 0, 1, 2


class UsageError(Exception):
    """A path or an option that cannot be used; the message says what to give instead."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `guidekit` with `arguments` (the process's own when None); returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except UsageError as error:
        print(f"guidekit: {error}", file=sys.stderr)
        return CRASH
    except KeyboardInterrupt:
        print("guidekit: stopped", file=sys.stderr)
        return CRASH
    except BrokenPipeError:
        # The reader of our output, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CRASH
    except Exception as error:  # a traceback helps nobody who writes a guide
        if options.debug:
            raise
        kind = type(error).__name__
        print(f"guidekit: crashed with {kind}: {error}", file=sys.stderr)
        print("  help: run again with --debug and report what it prints", file=sys.stderr)
        return CRASH
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guidekit", description="Checks the content and the links of a guide site."
    )
    parser.add_argument("--version", action="version", version=f"guidekit {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of a crash")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands)
    _add_links(commands)
    rules = commands.add_parser("rules", help="print the table of rules")
    rules.set_defaults(run=_run_rules)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse has no public name for it)


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="check the content in docs/")
    check.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="report only problems in these files and folders (default: all of docs/)",
    )
    check.add_argument("--format", choices=FORMATS, default="text", help="how to print problems")
    check.set_defaults(run=_run_check)


def _add_links(commands: "Commands[argparse.ArgumentParser]") -> None:
    links = commands.add_parser("links", help="check the links of a built site")
    links.add_argument("directory", metavar="DIR", type=Path, help="the folder of the built site")
    links.add_argument("--site-url", help="the address the site will have")
    links.add_argument("--format", choices=FORMATS, default="text", help="how to print problems")
    web = links.add_argument_group("web links")
    web.add_argument("--external", action="store_true", help="also ask every web address linked to")
    web.add_argument(
        "--allow-private", action="store_true", help="also ask addresses of private networks"
    )
    web.add_argument(
        "--ignore", metavar="FILE", type=Path, help="a list of addresses that are not asked"
    )
    web.add_argument(
        "--external-cache",
        metavar="FOLDER",
        type=Path,
        default=Path(".cache/guidekit"),
        help="where answers are kept (default: %(default)s)",
    )
    web.add_argument("--fresh", action="store_true", help="ask anew, whatever is kept")
    links.set_defaults(run=_run_links)


def _run_check(options: argparse.Namespace) -> int:
    from guidekit.content.site import load_site
    from guidekit.rules.catalogue import check_site

    docs, wanted = _find_docs(options.paths)
    found = check_site(load_site(docs))
    return _report([problem for problem in found if _is_wanted(problem, wanted)], options.format)


def _run_links(options: argparse.Namespace) -> int:
    from guidekit.links import check_links

    if not options.directory.is_dir():
        raise UsageError(f"{options.directory} is not a folder; build the site first: make site")
    if options.external:
        return _run_web_links(options)
    if options.allow_private or options.ignore or options.fresh:
        raise UsageError("--allow-private, --ignore and --fresh need --external")
    return _report(check_links(options.directory, site_url=options.site_url), options.format)


def _run_web_links(options: argparse.Namespace) -> int:
    from guidekit.links import check_links
    from guidekit.web import WebOptions, make_checker

    if options.ignore and not options.ignore.is_file():
        raise UsageError(f"{options.ignore} does not exist")
    wanted = WebOptions(
        options.allow_private, options.ignore, options.external_cache, options.fresh
    )
    web, problems = make_checker(wanted, sys.stderr)
    found = check_links(options.directory, site_url=options.site_url, web=web)
    status = _report(sorted([*found, *problems, *web.problems()], key=sort_key), options.format)
    if web.stopped:
        print(f"Stopped after {web.asked} of {web.total} web addresses.", file=sys.stderr)
        print(
            f"  help: the same command goes on from here ({options.external_cache})",
            file=sys.stderr,
        )
    return CRASH if web.stopped else status


def _run_rules(options: argparse.Namespace) -> int:  # noqa: ARG001
    from guidekit.rules.catalogue import all_rules

    for rule in all_rules():
        print(f"{rule.code}  {rule.severity.value:7}  {rule.name}: {rule.why}")
    return CLEAN


def _find_docs(paths: list[Path]) -> tuple[Path, list[Path]]:
    """Return the docs folder that holds `paths`, and the paths to report on (none: all)."""
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"{path} does not exist")
    first = paths[0] if paths else Path("docs")
    for folder in [first, first / "docs", *first.parents]:
        if (folder / "_data").is_dir():
            return folder, [path for path in paths if path != folder and path / "docs" != folder]
    raise UsageError(
        f"there is no docs/_data at {first} or above it; run guidekit in the project's folder"
    )


def _is_wanted(problem: Diagnostic, wanted: list[Path]) -> bool:
    path = Path(problem.span.path)
    return not wanted or any(path == want or want in path.parents for want in wanted)


def _report(problems: Sequence[Diagnostic], form: str) -> int:
    text = FORMATS[form](problems)
    if text:
        sys.stdout.write(f"{text}\n")
    if form == "text":
        print(_summary(problems), file=sys.stderr)
    return PROBLEMS if problems else CLEAN


def _summary(problems: Sequence[Diagnostic]) -> str:
    if not problems:
        return "No problems found."
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = [_count(errors, "error"), _count(warnings, "warning")]
    return f"Found {' and '.join(part for part in parts if part)}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""

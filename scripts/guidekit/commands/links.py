"""`guidekit links`: the links of a built site, and with --external those into the web."""

import argparse
import sys
from pathlib import Path

from guidekit.commands import CRASH, Commands, UsageError, add_format, report
from guidekit.diagnostics import sort_key


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    links = commands.add_parser("links", help="check the links of a built site")
    links.add_argument("directory", metavar="DIR", type=Path, help="the folder of the built site")
    links.add_argument("--site-url", help="the address the site will have")
    add_format(links)
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
    links.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from guidekit.links import check_links

    if not options.directory.is_dir():
        raise UsageError(f"{options.directory} is not a folder; build the site first: make site")
    if options.external:
        return _run_web(options)
    if options.allow_private or options.ignore or options.fresh:
        raise UsageError("--allow-private, --ignore and --fresh need --external")
    return report(check_links(options.directory, site_url=options.site_url), options.format)


def _run_web(options: argparse.Namespace) -> int:
    from guidekit.links import check_links
    from guidekit.web import WebOptions, make_checker

    if options.ignore and not options.ignore.is_file():
        raise UsageError(f"{options.ignore} does not exist")
    wanted = WebOptions(
        options.allow_private, options.ignore, options.external_cache, options.fresh
    )
    web, problems = make_checker(wanted, sys.stderr)
    found = check_links(options.directory, site_url=options.site_url, web=web)
    status = report(sorted([*found, *problems, *web.problems()], key=sort_key), options.format)
    if web.stopped:
        print(f"Stopped after {web.asked} of {web.total} web addresses.", file=sys.stderr)
        print(
            f"  help: the same command goes on from here ({options.external_cache})",
            file=sys.stderr,
        )
    return CRASH if web.stopped else status

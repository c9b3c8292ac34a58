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
    links.add_argument(
        "--cache",
        metavar="FOLDER",
        type=Path,
        default=Path(".cache/guidekit"),
        help="where results are kept for the next run (default: %(default)s)",
    )
    links.add_argument("--fresh", action="store_true", help="find all anew, whatever is kept")
    add_format(links)
    web = links.add_argument_group("web links")
    web.add_argument("--external", action="store_true", help="also ask every web address linked to")
    web.add_argument(
        "--allow-private", action="store_true", help="also ask addresses of private networks"
    )
    web.add_argument(
        "--ignore", metavar="FILE", type=Path, help="a list of addresses that are not asked"
    )
    links.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from guidekit.links import check_links

    if not options.directory.is_dir():
        raise UsageError(f"{options.directory} is not a folder; build the site first: make site")
    if options.external:
        return _run_web(options)
    if options.allow_private or options.ignore:
        raise UsageError("--allow-private and --ignore need --external")
    found = check_links(
        options.directory,
        site_url=options.site_url,
        cache=_cache_outside(options),
        fresh=options.fresh,
    )
    return report(found, options.format)


def _cache_outside(options: argparse.Namespace) -> Path | None:
    """Return the folder that keeps results between runs; None where it would be published."""
    folder: Path = options.cache.absolute()
    return None if options.directory.resolve() in folder.parents else folder


def _run_web(options: argparse.Namespace) -> int:
    from guidekit.links import check_links
    from guidekit.web import WebOptions, make_checker

    if options.ignore and not options.ignore.is_file():
        raise UsageError(f"{options.ignore} does not exist")
    cache = _cache_outside(options)
    wanted = WebOptions(options.allow_private, options.ignore, cache, options.fresh)
    web, problems = make_checker(wanted, sys.stderr)
    found = check_links(options.directory, site_url=options.site_url, web=web, cache=cache)
    status = report(sorted([*found, *problems, *web.problems()], key=sort_key), options.format)
    if web.stopped:
        print(f"Stopped after {web.asked} of {web.total} web addresses.", file=sys.stderr)
        print(f"  help: the same command goes on from here ({options.cache})", file=sys.stderr)
    return CRASH if web.stopped else status

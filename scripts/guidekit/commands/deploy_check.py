"""`guidekit deploy-check`: whether a live host serves the site as it should."""

import argparse
from urllib.parse import urlsplit

from guidekit.commands import Commands, UsageError, add_format, report


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    check = commands.add_parser("deploy-check", help="check how a live host serves the site")
    check.add_argument("url", metavar="URL", help="the address of the live home page")
    add_format(check)
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if not _is_address(options.url):
        raise UsageError(f"{options.url or 'nothing'} is not an address such as https://host/")
    from guidekit.deploy.host import check_host

    return report(check_host(options.url), options.format)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query
    except ValueError:
        return False

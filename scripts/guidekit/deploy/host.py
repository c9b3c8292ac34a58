"""All checks of one host, in turn."""

import httpx

from guidekit.deploy.asking import Host, NoAnswerError, open_client
from guidekit.deploy.checks import CHECKS
from guidekit.deploy.live import NotTheSiteError, find_site
from guidekit.diagnostics import Diagnostic, sort_key


def check_host(url: str, transport: httpx.BaseTransport | None = None) -> list[Diagnostic]:
    """Return what is wrong with the host of the site whose home page is at `url`."""
    with open_client(transport) as client:
        try:
            site = find_site(Host(client), url if url.endswith("/") else f"{url}/")
        except (NoAnswerError, NotTheSiteError) as error:
            return [error.diagnostic]
        found: set[Diagnostic] = set()
        for check in CHECKS:
            try:
                found.update(check(site))
            except NoAnswerError as error:
                found.add(error.diagnostic)
        return sorted(found, key=sort_key)

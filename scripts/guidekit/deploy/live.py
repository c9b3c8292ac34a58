"""The parts of a live site that stand for all of it, found from its home page."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from guidekit.deploy.asking import Answer, Host
from guidekit.deploy.rules import NOT_THE_SITE
from guidekit.diagnostics import Diagnostic, Span
from guidekit.finish.headers import is_kept_for_ever, policy_of
from guidekit.finish.html import ATTRIBUTES, TAG
from guidekit.finish.worker import WORKER

_NOWHERE = "nothing-has-this-address"
_HELP = "build and finish the site with `make site`, and give the address of its home page"


class NotTheSiteError(Exception):
    """There is no home page of a finished site; holds the problem to report."""

    def __init__(self, url: str, message: str, help: str = _HELP) -> None:
        super().__init__(message)
        self.diagnostic: Diagnostic = NOT_THE_SITE.at(Span(url), message, help)


@dataclass(frozen=True, slots=True)
class LiveSite:
    """What is asked of a host: each name is an address but for the home page's answer."""

    host: Host
    home: Answer
    policy: str
    page: str
    lasting: tuple[str, ...]

    @property
    def worker(self) -> str:
        """Return the address of the service worker."""
        return urljoin(self.home.url, WORKER)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return addresses of pages that do not exist, at several depths."""
        paths = (_NOWHERE, f"a/b/c/{_NOWHERE}/")
        return tuple(urljoin(self.home.url, path) for path in paths)

    def pages(self) -> list[Answer]:
        """Return the answers of two pages."""
        return [self.home, self.host.ask(self.page)]

    def files(self) -> list[Answer]:
        """Return the answers of a file of each kind whose name changes with its content."""
        return [self.host.ask(url) for url in self.lasting]


def find_site(host: Host, url: str) -> LiveSite:
    """Return the site whose home page is at `url`; raises NotTheSiteError and NoAnswerError."""
    home = host.ask(url)
    if home.leads_to:
        message = f"the home page answers {home.status} and leads elsewhere"
        raise NotTheSiteError(url, message, f"give the address that readers see: {home.leads_to}")
    if home.status != 200:
        raise NotTheSiteError(url, f"the home page answers {home.status}")
    policy = policy_of(home.text)
    if not policy:
        raise NotTheSiteError(url, "this page has not the content security policy of the site")
    links = list(_links(home))
    page = next((link for link in links if link.endswith("/") and link != url), None)
    lasting = {urlsplit(link).path.rpartition(".")[2]: link for link in links if _lasts(link)}
    if page is None or not {"css", "js"} <= lasting.keys():
        raise NotTheSiteError(url, "this page names no other page, or no finished style and script")
    return LiveSite(host, home, policy, page, tuple(lasting[kind] for kind in sorted(lasting)))


def _links(page: Answer) -> Iterator[str]:
    """Yield the addresses within the site that a page names."""
    for tag in TAG.findall(page.text):
        attributes = dict(ATTRIBUTES.findall(tag))
        address = attributes.get("href") or attributes.get("src")
        if address:
            parts = urlsplit(urljoin(page.url, address))
            full = parts._replace(query="", fragment="").geturl()
            if full.startswith(page.url):
                yield full


def _lasts(url: str) -> bool:
    return is_kept_for_ever(urlsplit(url).path)

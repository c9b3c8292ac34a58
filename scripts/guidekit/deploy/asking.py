"""Asks a live host, as a browser would, and never twice for the same."""

import ssl
from dataclasses import dataclass, field
from functools import cache
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit

import httpx

from guidekit import __version__
from guidekit.deploy.rules import NO_ANSWER
from guidekit.diagnostics import Diagnostic, Span

PLAIN, PACKED = "identity", "br, gzip"
_SECONDS = 30.0  # to connect, and for each piece of an answer
_MOST = 10_000_000  # bytes of one answer


class NoAnswerError(Exception):
    """A host gave no answer that can be read; holds the problem to report."""

    def __init__(self, url: str, message: str) -> None:
        super().__init__(message)
        help = "see whether the server runs, and whether the address is right"
        self.diagnostic: Diagnostic = NO_ANSWER.at(Span(url), message, help)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one request. `body` is unpacked; `packing` says what it was packed with."""

    url: str
    status: int
    headers: httpx.Headers
    body: bytes

    @property
    def packing(self) -> str:
        """Return `br`, `gzip` or nothing."""
        return str(self.headers.get("Content-Encoding", "")).lower()

    @property
    def type(self) -> str:
        """Return the type of the content, without its parameters."""
        return str(self.headers.get("Content-Type", "")).partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """Return the body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def leads_to(self) -> str:
        """Return the full address that a redirect leads to, or nothing."""
        location = self.headers.get("Location")
        return urljoin(self.url, location) if location else ""


@dataclass(frozen=True, slots=True)
class Host:
    """A host, asked over connections that stay open. Redirects are not followed."""

    client: httpx.Client
    _known: dict[tuple[str, str], Answer] = field(default_factory=dict)

    def ask(self, url: str, encoding: str = PLAIN) -> Answer:
        """Return the answer to one GET; raises NoAnswerError."""
        if (url, encoding) not in self._known:
            self._known[url, encoding] = self._fetch(url, encoding)
        return self._known[url, encoding]

    def _fetch(self, url: str, encoding: str) -> Answer:
        headers = {"Accept-Encoding": encoding}
        try:
            with self.client.stream("GET", url, headers=headers) as response:
                body = b""
                for piece in response.iter_bytes():
                    body += piece
                    if len(body) > _MOST:
                        raise NoAnswerError(url, "answers without an end")
                return Answer(url, response.status_code, response.headers, body)
        except httpx.DecodingError:
            raise NoAnswerError(url, "answers with bytes that cannot be unpacked") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NoAnswerError(
                url, f"does not answer: {str(error) or 'no reason given'}"
            ) from None


def open_client(transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """Return a client that goes straight to the host, through no proxy."""
    return httpx.Client(
        headers={"User-Agent": f"guidekit/{__version__} (deploy check)", "Accept": "*/*"},
        timeout=_SECONDS,
        trust_env=False,
        verify=_context(),
        transport=transport,
    )


@cache
def _context() -> ssl.SSLContext:
    # Slow to make. SSL_CERT_FILE says whom to trust instead of the usual issuers.
    return httpx.create_ssl_context()


def is_on_this_machine(url: str) -> bool:
    """Say whether an address is only for trying out."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")

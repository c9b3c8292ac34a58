"""One request: what a host answers to it, or the trouble with that."""

import asyncio
import ssl
from dataclasses import dataclass, field
from functools import cached_property

import httpcore
import httpx

from guidekit.links.external.body import is_html, read_text
from guidekit.links.external.clock import Clock
from guidekit.links.external.host import Host, Means
from guidekit.links.external.limits import Limits
from guidekit.links.external.network import Network
from guidekit.links.external.resolve import Resolver
from guidekit.links.external.transport import Transport
from guidekit.links.external.trouble import (
    AGAIN,
    CUT_OFF,
    NO_ANSWER,
    Note,
    Trouble,
    broken,
    silent,
)

_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(slots=True)
class Visit:
    """What goes with one address on all its redirects: how much time is left, and cookies."""

    left: float
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `text` is the page in UTF-8 as far as it was read, None if it is not HTML."""

    status: int
    headers: httpx.Headers
    text: bytes | None = None
    is_whole: bool = False


class Fetcher:
    """Sends requests to all hosts, each with its own connections."""

    def __init__(self, agent: str, resolver: Resolver, limits: Limits, clock: Clock) -> None:
        self._headers = {"User-Agent": agent, **_HEADERS}
        self._network = Network(resolver)
        self._limits, self._clock = limits, clock
        self._means = Means(limits, clock, lambda: self._network.is_crowded)
        self._at_once = asyncio.Semaphore(limits.at_once)
        self._hosts: dict[tuple[str, str, int | None], Host] = {}

    @cached_property
    def _context(self) -> ssl.SSLContext:
        # Slow to make, so one for all hosts. SSL_CERT_FILE says whom to trust instead.
        return httpx.create_ssl_context()

    def host(self, url: httpx.URL) -> Host:
        """Return the host of an address."""
        key = (url.scheme, url.host, url.port)
        if key not in self._hosts:
            context = self._context if url.scheme == "https" else None
            self._hosts[key] = Host(lambda: Transport(url, self._network, context), self._means)
        return self._hosts[key]

    async def fetch(self, visit: Visit, method: str, url: httpx.URL) -> Reply:
        """Return the answer to one request; raises Trouble when there is none in time."""
        host, limits = self.host(url), self._limits
        times = {"connect": limits.connect, "read": limits.read, "write": limits.read}
        request = httpx.Request(method, url, headers=self._headers, extensions={"timeout": times})
        if len(visit.cookies):
            visit.cookies.set_cookie_header(request)
        async with host.lane() as lane, self._at_once:
            start = self._clock.now()
            try:
                return await self._answer(visit, host, lane, request)
            finally:
                visit.left -= self._clock.now() - start  # waiting for a turn does not count

    async def _answer(
        self, visit: Visit, host: Host, lane: httpx.AsyncBaseTransport, request: httpx.Request
    ) -> Reply:
        seconds = min(self._limits.request, visit.left)
        if seconds <= 0:
            raise silent(self._limits.address)
        end = asyncio.get_running_loop().time() + seconds
        response = await _headers(lane, request, end, seconds)
        host.answered(lane, response.extensions.get("http_version"))
        try:
            if "set-cookie" in response.headers:
                visit.cookies.extract_cookies(response)
            return await self._read(response, end)
        finally:
            await response.aclose()

    async def _read(self, response: httpx.Response, end: float) -> Reply:
        status, headers = response.status_code, response.headers
        if response.request.method == "HEAD" or not is_html(response):
            return Reply(status, headers)
        try:
            async with asyncio.timeout_at(end):
                return Reply(status, headers, *await read_text(response, self._limits.body))
        except TimeoutError:
            raise _cut_off(passing=False) from None
        except httpcore.ProtocolError:
            raise _cut_off(passing=True) from None
        except Trouble as error:
            raise _cut_off(passing=True) if error.note.code == NO_ANSWER else error from None


async def _headers(
    lane: httpx.AsyncBaseTransport, request: httpx.Request, end: float, seconds: float
) -> httpx.Response:
    """Send a request, and return the answer as soon as its headers are here."""
    try:
        async with asyncio.timeout_at(end):
            response = await lane.handle_async_request(request)
    except Trouble:
        raise
    except TimeoutError:
        raise silent(seconds) from None
    except Exception as error:  # noqa: BLE001  (h11, h2 and httpcore, with bytes made to hurt)
        if "disconnected" in str(error):
            note = Note(NO_ANSWER, "hangs up without an answer", AGAIN)
            raise Trouble(note, passing=True) from None
        raise broken("answers with something that is not HTTP") from None
    response.request = request
    return response


def _cut_off(*, passing: bool) -> Trouble:
    return Trouble(Note(CUT_OFF, "sends only a part of its page", AGAIN), passing=passing)

"""One request: what a host answers to it, or the trouble with that."""

import asyncio
import ssl
from dataclasses import dataclass
from functools import cached_property

from guidekit.links.external.body import is_html, read_text
from guidekit.links.external.clock import Clock
from guidekit.links.external.host import Host, Means
from guidekit.links.external.lane import Lane
from guidekit.links.external.limits import Limits
from guidekit.links.external.message import Request, Response
from guidekit.links.external.network import Network
from guidekit.links.external.resolve import Resolver
from guidekit.links.external.trouble import (
    AGAIN,
    CUT_OFF,
    NO_ANSWER,
    Note,
    Trouble,
    broken,
    silent,
)
from guidekit.links.external.url import Url
from guidekit.links.external.visit import Visit

_FIELDS = [
    (b"Accept", b"text/html,application/xhtml+xml,*/*;q=0.8"),
    (b"Accept-Language", b"en,*;q=0.5"),
    (b"Accept-Encoding", b"gzip, deflate"),
]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `text` is the page in UTF-8 as far as it was read, None if it is not HTML."""

    status: int
    headers: dict[str, str]
    text: bytes | None = None
    is_whole: bool = False


class Fetcher:
    """Sends requests to all hosts, each with its own connections."""

    def __init__(self, agent: str, resolver: Resolver, limits: Limits, clock: Clock) -> None:
        self._fields = [(b"User-Agent", agent.encode()), *_FIELDS]
        self._network = Network(resolver, limits)
        self._limits, self._clock = limits, clock
        self._means = Means(limits, clock, lambda: self._network.is_crowded)
        self._at_once = asyncio.Semaphore(limits.at_once)
        self._hosts: dict[tuple[str, str, int | None], Host] = {}

    @cached_property
    def _context(self) -> ssl.SSLContext:
        # Slow to make, so one for all hosts. SSL_CERT_FILE says whom to trust instead.
        import httpx

        context = httpx.create_ssl_context()
        context.set_alpn_protocols(["http/1.1", "h2"])
        return context

    def host(self, url: Url) -> Host:
        """Return the host of an address."""
        key = (url.scheme, url.host, url.port)
        if key not in self._hosts:
            context = self._context if url.scheme == "https" else None
            self._hosts[key] = Host(lambda: Lane(url, self._network, context), self._means)
        return self._hosts[key]

    async def fetch(self, visit: Visit, method: str, url: Url) -> Reply:
        """Return the answer to one request; raises Trouble when there is none in time."""
        host = self.host(url)
        fields = [(b"Host", url.netloc.encode()), *self._fields, *visit.cookies(url)]
        request = Request(method, url, fields)
        async with host.lane() as lane, self._at_once:
            start = self._clock.now()
            try:
                return await self._answer(visit, host, lane, request)
            finally:
                visit.left -= self._clock.now() - start  # waiting for a turn does not count

    async def _answer(self, visit: Visit, host: Host, lane: Lane, request: Request) -> Reply:
        seconds = min(self._limits.request, visit.left)
        if seconds <= 0:
            raise silent(self._limits.address)
        end = asyncio.get_running_loop().time() + seconds
        response = await _head(lane, request, end, seconds)
        host.answered(lane, is_http2=response.is_http2)
        try:
            if "set-cookie" in response.headers:
                visit.keep_cookies(request.url, response)
            return await self._read(request, response, end)
        finally:
            await response.body.aclose()

    async def _read(self, request: Request, response: Response, end: float) -> Reply:
        status, headers = response.status, response.headers
        if request.method == "HEAD" or not is_html(response):
            return Reply(status, headers)
        try:
            async with asyncio.timeout_at(end):
                return Reply(status, headers, *await read_text(response, self._limits.body))
        except TimeoutError:
            raise _cut_off(passing=False) from None
        except Trouble as error:
            raise _cut_off(passing=True) if error.note.code == NO_ANSWER else error from None
        except Exception:  # noqa: BLE001  (of the readers of HTTP)
            raise _cut_off(passing=True) from None


async def _head(lane: Lane, request: Request, end: float, seconds: float) -> Response:
    """Send a request, and return the answer as soon as its headers are here."""
    try:
        async with asyncio.timeout_at(end):
            return await lane.ask(request)
    except Trouble:
        raise
    except TimeoutError:
        raise silent(seconds) from None
    except EOFError:
        note = Note(NO_ANSWER, "hangs up without an answer", AGAIN)
        raise Trouble(note, passing=True) from None
    except Exception as error:  # noqa: BLE001  (h11, h2 and httpcore, with bytes made to hurt)
        if "disconnected" in str(error):
            note = Note(NO_ANSWER, "hangs up without an answer", AGAIN)
            raise Trouble(note, passing=True) from None
        raise broken("answers with something that is not HTTP") from None


def _cut_off(*, passing: bool) -> Trouble:
    return Trouble(Note(CUT_OFF, "sends only a part of its page", AGAIN), passing=passing)

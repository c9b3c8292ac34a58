"""The way of an httpx request over our own connections."""

import ssl
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

import httpcore
import httpx

from guidekit.links.external.network import Network

if TYPE_CHECKING:
    from collections.abc import AsyncIterable


# Each answer in HTTP/2 that is not read to its end takes 64 KiB of what the connection may
# hold (16 MiB), as httpcore neither reads on nor tells the server; a full one stands still.
_MOST_UNREAD = 100


class Transport(httpx.AsyncBaseTransport):
    """One connection to one host, in HTTP/2 where the host has it; opened again when closed.

    httpx's own transport takes no `network_backend`, which is the one thing it lacks here.
    """

    def __init__(self, url: httpx.URL, network: Network, context: ssl.SSLContext | None) -> None:
        self._origin = _target(url).origin
        self._network, self._context = network, context
        self._connection, self._unread = self._connect(), 0
        self._left: list[httpcore.AsyncHTTPConnection] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request without a body; raises Trouble and httpcore's exceptions."""
        sent = httpcore.Request(
            request.method,
            _target(request.url),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        if self._connection.has_expired() or self._connection.is_closed():
            self._connection = self._connect()
        elif self._unread >= _MOST_UNREAD:
            await self._leave()
        try:
            response = await self._connection.handle_async_request(sent)
        except httpcore.ConnectionNotAvailable:  # closed while this request waited for it
            self._connection = self._connect()
            response = await self._connection.handle_async_request(sent)
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response, self._count_unread),
            extensions=response.extensions,
        )

    def _connect(self) -> httpcore.AsyncHTTPConnection:
        return httpcore.AsyncHTTPConnection(
            self._origin, self._context, http2=True, network_backend=self._network
        )

    def _count_unread(self) -> None:
        self._unread += 1

    async def _leave(self) -> None:
        """Go on with a new connection, and close the old one once nobody uses it."""
        self._left.append(self._connection)
        self._connection, self._unread = self._connect(), 0
        for connection in [old for old in self._left if old.is_idle() or old.is_closed()]:
            self._left.remove(connection)
            await connection.aclose()

    async def aclose(self) -> None:
        """Close the connection."""
        for connection in [self._connection, *self._left]:
            await connection.aclose()


def _target(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )


class _Body(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response, count_unread: Callable[[], None]) -> None:
        self._response, self._count_unread = response, count_unread
        self._is_read = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        stream: AsyncIterable[bytes] = self._response.stream  # type: ignore[assignment]
        async for piece in stream:
            yield piece
        self._is_read = True

    async def aclose(self) -> None:
        if not self._is_read:
            self._count_unread()
        await self._response.aclose()

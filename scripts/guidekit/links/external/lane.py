"""One way to a host: a connection that is opened when it is needed, and again when closed."""

import asyncio
import ssl

from guidekit.links.external.http1 import Http1
from guidekit.links.external.message import Connection, Request, Response, UnavailableError
from guidekit.links.external.network import Network
from guidekit.links.external.url import Url


class Lane:
    """Speaks HTTP/2 where the host does, and else HTTP/1.1, for one request at a time."""

    def __init__(self, url: Url, network: Network, context: ssl.SSLContext | None) -> None:
        self._url, self._network, self._context = url, network, context
        self._connection: Connection | None = None
        self._opening = asyncio.Lock()

    async def ask(self, request: Request) -> Response:
        """Send a request; raises Trouble and whatever the readers of HTTP make of bad bytes."""
        try:
            return await (await self._ready()).ask(request)
        except UnavailableError:  # closed while this request waited for it
            return await (await self._ready()).ask(request)

    async def _ready(self) -> Connection:
        async with self._opening:
            if self._connection and not self._connection.is_usable:
                await self.aclose()
            if self._connection is None:
                self._connection = await self._open()
            return self._connection

    async def _open(self) -> Connection:
        host, port = self._url.host, self._url.port
        if self._context is None:
            return Http1(await self._network.connect(host, port or 80))
        stream = await self._network.connect(host, port or 443)
        await stream.start_tls(self._context, host)
        if stream.protocol != "h2":
            return Http1(stream)
        from guidekit.links.external.http2 import Http2

        return Http2(self._url, stream)

    async def aclose(self) -> None:
        """Close the connection as soon as nobody reads from it."""
        connection, self._connection = self._connection, None
        if connection:
            await connection.retire()

"""HTTP/2: many requests at once on a connection, carried by httpcore.

Loaded for a host that speaks it only: it takes a tenth of a second.
"""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, cast

import httpcore

from guidekit.links.external.message import Request, Response, UnavailableError, headers
from guidekit.links.external.network import Stream
from guidekit.links.external.url import Url

if TYPE_CHECKING:
    from collections.abc import AsyncIterable

# Each answer that is not read to its end takes 64 KiB of what the connection may hold
# (16 MiB), as httpcore neither reads on nor tells the server; a full one stands still.
_MOST_UNREAD = 100


class Http2:
    """A connection. Raises Trouble and httpcore's exceptions."""

    def __init__(self, url: Url, stream: Stream) -> None:
        # All that this one needs of a stream.
        carrier = cast("httpcore.AsyncNetworkStream", stream)
        self._connection = httpcore.AsyncHTTP2Connection(_target(url).origin, carrier)
        self._users = self._unread = 0
        self._is_retired = False

    @property
    def is_usable(self) -> bool:
        """Whether a request may begin now."""
        is_open = not (self._connection.has_expired() or self._connection.is_closed())
        return is_open and self._unread < _MOST_UNREAD

    async def ask(self, request: Request) -> Response:
        """Send a request, and return the head of its answer; UnavailableError if too late."""
        method, url, fields = request
        self._users += 1
        try:
            asked = httpcore.Request(method, _target(url), headers=fields)
            response = await self._connection.handle_async_request(asked)
        except httpcore.ConnectionNotAvailable:
            await self._left()
            raise UnavailableError from None
        except BaseException:
            await self._left()
            raise
        answered = response.headers
        body = _Body(self, response)
        return Response(response.status, answered, headers(answered), body, is_http2=True)

    async def close(self, response: httpcore.Response, *, is_read: bool) -> None:
        """End the use of an answer."""
        self._unread += not is_read
        await response.aclose()
        await self._left()

    async def retire(self) -> None:
        """Close the connection once nobody uses it."""
        self._is_retired = True
        if not self._users:
            await self._connection.aclose()

    async def _left(self) -> None:
        self._users -= 1
        if self._is_retired and not self._users:
            await self._connection.aclose()


class _Body:
    def __init__(self, connection: Http2, response: httpcore.Response) -> None:
        self._connection, self._response = connection, response
        self._is_read = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        stream: AsyncIterable[bytes] = self._response.stream  # type: ignore[assignment]
        async for piece in stream:
            yield piece
        self._is_read = True

    async def aclose(self) -> None:
        await self._connection.close(self._response, is_read=self._is_read)


def _target(url: Url) -> httpcore.URL:
    return httpcore.URL(scheme=url.scheme, host=url.host, port=url.port, target=url.target)

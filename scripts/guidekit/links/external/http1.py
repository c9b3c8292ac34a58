"""HTTP/1.1: one request after the other on a connection, read by h11."""

from collections.abc import AsyncIterator

import h11

from guidekit.links.external.message import Request, Response, UnavailableError, headers
from guidekit.links.external.network import Stream
from guidekit.links.external.trouble import Trouble

_LARGEST_HEAD = 100 * 1024  # bytes
_AT_ONCE = 64 * 1024  # bytes
_SWITCHING = 101


class Http1:
    """A connection. Raises Trouble, and h11's errors when what comes is not HTTP."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LARGEST_HEAD)
        self._was_used = False

    @property
    def is_usable(self) -> bool:
        """Whether the last answer was read to its end, and the host has not hung up since."""
        return self._state.our_state is h11.IDLE and not self._stream.is_ended

    async def ask(self, request: Request) -> Response:
        """Send a request, and return the head of its answer.

        Raises EOFError when the host hangs up instead, and UnavailableError when it did so
        before this request, which may cross with the word of it.
        """
        method, url, fields = request
        asked = h11.Request(method=method, target=url.target, headers=fields)
        data = (self._state.send(asked) or b"") + (self._state.send(h11.EndOfMessage()) or b"")
        try:
            await self._stream.write(data)
            head = await self._head()
        except (Trouble, EOFError):
            came_too_late = self._was_used and self._stream.is_ended and self._is_unanswered
            await self.retire()
            if came_too_late:
                raise UnavailableError from None
            raise
        except BaseException:
            await self.retire()
            raise
        answered = list(head.headers)
        return Response(head.status_code, answered, headers(answered), _Body(self))

    async def _head(self) -> h11.Response | h11.InformationalResponse:
        while True:
            event = await self.event()
            if isinstance(event, h11.Response):
                return event
            if isinstance(event, h11.InformationalResponse) and event.status_code == _SWITCHING:
                return event

    @property
    def _is_unanswered(self) -> bool:
        return self._state.their_state is h11.SEND_RESPONSE and not self._state.trailing_data[0]

    async def event(self) -> object:
        """Return what comes next."""
        while (event := self._state.next_event()) is h11.NEED_DATA:
            data = await self._stream.read(_AT_ONCE)
            if not data and self._state.their_state is h11.SEND_RESPONSE:
                raise EOFError
            self._state.receive_data(data)
        return event

    async def done(self) -> None:
        """Make ready for the next request, if the answer was read to its end."""
        if self._state.our_state is h11.DONE and self._state.their_state is h11.DONE:
            self._state.start_next_cycle()
            self._was_used = True
        else:
            await self.retire()

    async def retire(self) -> None:
        """Close the connection."""
        await self._stream.aclose()


class _Body:
    def __init__(self, connection: Http1) -> None:
        self._connection = connection

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while isinstance(event := await self._connection.event(), h11.Data):
            yield bytes(event.data)

    async def aclose(self) -> None:
        await self._connection.done()

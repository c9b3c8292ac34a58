"""Connections for httpcore: to addresses that were judged, with every failure named."""

import asyncio
import errno
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from guidekit.links.external.resolve import Resolver
from guidekit.links.external.tls import tls_trouble
from guidekit.links.external.trouble import (
    AGAIN,
    NO_ANSWER,
    NOT_CHECKED,
    OFFLINE,
    Note,
    Trouble,
    silent,
)

_MOST_ADDRESSES = 3  # of one host that are tried in turn
_MOST_OPEN = 150  # connections, above which none is kept for later; macOS allows 256 files
_TOO_MANY = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS}
_NO_NETWORK = {errno.ENETUNREACH, errno.ENETDOWN}


class Network(httpcore.AsyncNetworkBackend):
    """Opens connections; raises Trouble for whatever goes wrong with one."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._open: set[_Stream] = set()

    @property
    def is_crowded(self) -> bool:
        """Whether so many connections are open that one should be closed after use."""
        return len(self._open) > _MOST_OPEN

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  (httpcore's interface)
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of the host that answers."""
        trouble = silent(timeout)
        for address in (await self._resolver.addresses(host))[:_MOST_ADDRESSES]:
            try:
                async with asyncio.timeout(timeout):
                    return _Stream(self._open, *await asyncio.open_connection(address, port))
            except OSError as error:
                trouble = _named(error, timeout)
        trouble.of_host = True
        raise trouble


class _Stream(httpcore.AsyncNetworkStream):
    """One connection. The time limits are httpcore's, which passes on those of the request."""

    def __init__(
        self,
        open_streams: "set[_Stream]",
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._open_streams, self._reader, self._writer = open_streams, reader, writer
        open_streams.add(self)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        try:
            async with asyncio.timeout(timeout):
                return await self._reader.read(max_bytes)
        except OSError as error:
            raise _named(error, timeout) from None

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._writer.write(buffer)
        if self._writer.transport.get_write_buffer_size():
            try:
                async with asyncio.timeout(timeout):
                    await self._writer.drain()
            except OSError as error:
                raise _named(error, timeout) from None

    async def aclose(self) -> None:
        self._open_streams.discard(self)
        self._writer.transport.abort()  # nothing that was sent is still of interest

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except BaseException as error:
            await self.aclose()
            if isinstance(error, OSError):
                raise _named(error, timeout) from None
            raise
        return self

    def get_extra_info(self, info: str) -> object:
        """Tell what httpcore asks: the TLS object, and whether the other side hung up."""
        if info == "is_readable":
            return self._reader.at_eof() or self._writer.is_closing()
        return self._writer.get_extra_info(info)


def _named(error: OSError, seconds: float | None) -> Trouble:
    if isinstance(error, TimeoutError):
        return silent(seconds)
    if isinstance(error, ssl.SSLError):
        return tls_trouble(error)
    if error.errno in _NO_NETWORK:
        what = "was not checked: there is no way to its network"
        return Trouble(Note(NOT_CHECKED, what, OFFLINE), passing=True)
    if error.errno in _TOO_MANY:
        what = "was not checked: this computer has too many files open"
        return Trouble(Note(NOT_CHECKED, what, "close some programs, and try again"), passing=True)
    what = "breaks off the connection"
    if isinstance(error, ConnectionRefusedError):
        what = "refuses the connection"
    elif error.strerror and not isinstance(error, ConnectionError):
        what = f"does not answer: {error.strerror.lower()}"
    return Trouble(Note(NO_ANSWER, what, AGAIN), passing=True)

"""Connections to addresses that were judged, with every failure named."""

import asyncio
import errno
import ssl

from guidekit.links.external.limits import Limits
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
_MOST_OPEN = 200  # connections, above which none is kept for later; macOS allows 256 files
_TOO_MANY = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS}
_NO_NETWORK = {errno.ENETUNREACH, errno.ENETDOWN}


class Network:
    """Opens connections; raises Trouble for whatever goes wrong with one."""

    def __init__(self, resolver: Resolver, limits: Limits) -> None:
        self._resolver, self._limits = resolver, limits
        self._open: set[Stream] = set()

    @property
    def is_crowded(self) -> bool:
        """Whether so many connections are open that one should be closed after use."""
        return len(self._open) > _MOST_OPEN

    async def connect(self, host: str, port: int) -> "Stream":
        """Connect to the first address of the host that answers."""
        seconds = self._limits.connect
        trouble = silent(seconds)
        for address in (await self._resolver.addresses(host))[:_MOST_ADDRESSES]:
            try:
                async with asyncio.timeout(seconds):
                    reader, writer = await asyncio.open_connection(address, port)
                    return Stream(reader, writer, self._limits, self._open)
            except OSError as error:
                trouble = _named(error, seconds)
        trouble.of_host = True
        raise trouble


class Stream:
    """One connection, which keeps the time limits; `timeout` is for httpcore, which calls it."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        limits: Limits,
        open_streams: "set[Stream]",
    ) -> None:
        self._reader, self._writer, self._limits = reader, writer, limits
        self._open_streams = open_streams
        open_streams.add(self)

    @property
    def is_ended(self) -> bool:
        """Whether either side has hung up."""
        return self._reader.at_eof() or self._writer.is_closing()

    @property
    def protocol(self) -> str | None:
        """What both sides agreed to speak, once the connection is encrypted."""
        encrypted: ssl.SSLObject | None = self._writer.get_extra_info("ssl_object")
        return encrypted.selected_alpn_protocol() if encrypted else None

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002, ASYNC109
        """Return what comes next, nothing at the end."""
        try:
            async with asyncio.timeout(self._limits.read):
                return await self._reader.read(max_bytes)
        except OSError as error:
            raise _named(error, self._limits.read) from None

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002, ASYNC109
        """Send bytes."""
        self._writer.write(buffer)
        if self._writer.transport.get_write_buffer_size():
            try:
                async with asyncio.timeout(self._limits.read):
                    await self._writer.drain()
            except OSError as error:
                raise _named(error, self._limits.read) from None

    async def aclose(self) -> None:
        """Hang up."""
        self._open_streams.discard(self)
        self._writer.transport.abort()  # nothing that was sent is still of interest

    async def start_tls(self, context: ssl.SSLContext, host: str) -> None:
        """Go on encrypted."""
        try:
            async with asyncio.timeout(self._limits.connect):
                await self._writer.start_tls(context, server_hostname=host)
        except BaseException as error:
            await self.aclose()
            if isinstance(error, OSError):
                raise _named(error, self._limits.connect) from None
            raise

    def get_extra_info(self, info: str) -> object:
        """Tell what httpcore asks: the TLS object, and whether the other side hung up."""
        return self.is_ended if info == "is_readable" else self._writer.get_extra_info(info)


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

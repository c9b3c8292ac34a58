"""Servers on loopback that answer every request after 50 ms (`python -m bench.slow_server 20`).

They print their port first. `/most` tells how many connections one of them had at a time.
"""

from __future__ import annotations

import asyncio
import sys
from typing import cast

DELAY = 0.05  # seconds
_PAGE = b"<!doctype html><title>A page</title><h1>A page</h1>" + b"<p>Some words.</p>" * 100


def _reply(body: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
    return head % len(body) + body


class _Server:
    def __init__(self) -> None:
        self.open = self.most = 0

    def connection(self) -> _Connection:
        return _Connection(self)


class _Connection(asyncio.Protocol):
    def __init__(self, server: _Server) -> None:
        self._server, self._data = server, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._server.open += 1
        self._server.most = max(self._server.most, self._server.open)

    def connection_lost(self, _: Exception | None) -> None:
        self._server.open -= 1

    def data_received(self, data: bytes) -> None:
        self._data += data
        while b"\r\n\r\n" in self._data:
            head, self._data = self._data.split(b"\r\n\r\n", 1)
            if head.startswith(b"GET /most "):
                self._transport.write(_reply(str(self._server.most).encode()))
            else:
                loop = asyncio.get_running_loop()
                loop.call_later(DELAY, self._transport.write, _reply(_PAGE))


async def serve(hosts: int) -> None:
    """Serve on so many addresses of loopback, all at one port."""
    loop, port = asyncio.get_running_loop(), 0
    for number in range(1, hosts + 1):
        listening = await loop.create_server(_Server().connection, f"127.0.0.{number}", port)
        port = listening.sockets[0].getsockname()[1]
    print(port, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))

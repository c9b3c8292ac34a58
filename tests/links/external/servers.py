"""Servers on loopback that answer as they are told, however badly."""

import asyncio
import socket
import ssl
import struct
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import h2.config
import h2.connection
import h2.events

# What is sent for a path: bytes as they are, one after the other for each time it is asked
# (the last again and again), or whatever a function does with the connection.
Script = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Answer = bytes | Script
Answers = Mapping[str, Answer | list[Answer]]

NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
_CLOSING = (
    asyncio.CancelledError,
    ConnectionError,
    asyncio.IncompleteReadError,
    asyncio.LimitOverrunError,
    OSError,
)


def reply(body: str | bytes = "", status: str = "200 OK", **headers: str) -> bytes:
    """Return an answer over HTTP/1.1; `content_type="text/plain"` gives another type."""
    data = body if isinstance(body, bytes) else body.encode()
    lines = {"content_type": "text/html", "content_length": str(len(data)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + data


def page(body: str = "<h1 id=start>A page</h1>", title: str = "A page") -> bytes:
    """Return a page that nothing is wrong with."""
    return reply(f"<!doctype html><title>{title}</title>{body}")


def redirect(to: str, status: str = "302 Found", **headers: str) -> bytes:
    """Return an answer that sends elsewhere."""
    return reply(status=status, location=to, **headers)


@dataclass
class Server:
    """A server that runs. `asked` holds the method and path of every request, in order."""

    answers: dict[str, list[Answer]]
    port: int = 0
    scheme: str = "http"
    asked: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)  # each request as it came
    versions: set[str] = field(default_factory=set)
    raw: Script | None = None  # what is done with a connection before anything is read
    connections: int = 0
    most_connections: int = 0
    most_at_once: int = 0
    _open: int = 0
    _active: int = 0

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return the address of a path; `host` is a name that leads here."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def wait_for(self, request: str) -> None:
        """Wait until this was asked."""
        end = time.monotonic() + 60
        while request not in self.asked:
            assert time.monotonic() < end
            time.sleep(0.01)

    def fill_in_port(self) -> None:
        """Put the port in place of `{port}` in what is answered."""
        port = str(self.port).encode()
        for answers in self.answers.values():
            answers[:] = [
                item.replace(b"{port}", port) if isinstance(item, bytes) else item
                for item in answers
            ]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._open += 1
        self.most_connections = max(self.most_connections, self._open)
        try:
            tls = writer.get_extra_info("ssl_object")
            if self.raw:
                await self.raw(reader, writer)
            elif tls and tls.selected_alpn_protocol() == "h2":
                self.versions.add("HTTP/2")
                await self._serve_http2(reader, writer)
            else:
                self.versions.add("HTTP/1.1")
                while await self._serve_one(reader, writer):
                    pass
        except _CLOSING:
            pass
        finally:
            self._open -= 1
            writer.close()

    async def _serve_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, path, _ = head.split(" ", 2)
        answer = self._next(method, path, head)
        self._active += 1
        self.most_at_once = max(self.most_at_once, self._active)
        try:
            if callable(answer):
                await answer(reader, writer)
                return False
            writer.write(
                answer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if method == "HEAD" else answer
            )
            await writer.drain()
        finally:
            self._active -= 1
        return True

    def _next(self, method: str, path: str, head: str) -> Answer:
        self.asked.append(f"{method} {path}")
        self.heads.append(head)
        key = f"{method} {path}" if f"{method} {path}" in self.answers else path
        answers = self.answers.get(key, self.answers.get("*", [NOT_FOUND]))
        return answers.pop(0) if len(answers) > 1 else answers[0]

    async def _serve_http2(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        while data := await reader.read(65_536):
            for event in connection.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    fields = dict(event.headers or [])
                    method, path = fields[b":method"].decode(), fields[b":path"].decode()
                    self._answer_http2(connection, event.stream_id, method, path)
            writer.write(connection.data_to_send())
            await writer.drain()

    def _answer_http2(
        self, connection: h2.connection.H2Connection, stream: int, method: str, path: str
    ) -> None:
        answer = self._next(method, path, "")
        assert isinstance(answer, bytes)
        head, _, body = answer.partition(b"\r\n\r\n")
        status, *lines = head.decode().split("\r\n")
        fields = [(":status", status.split(" ")[1])]
        fields += [(line.partition(": ")[0].lower(), line.partition(": ")[2]) for line in lines]
        connection.send_headers(stream, fields, end_stream=method == "HEAD" or not body)
        for start in range(0, len(body) if method != "HEAD" else 0, 16_000):
            connection.send_data(stream, body[start : start + 16_000])
        if method != "HEAD" and body:
            connection.end_stream(stream)


async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Close the connection without a word."""
    writer.close()


async def never_answer(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    """Wait until the other side gives up."""
    await reader.read()


async def reset(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Reset the connection."""
    linger = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()


def then_close(answer: bytes) -> Script:
    """Send bytes, then close the connection."""

    async def script(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()
        writer.close()

    return script


def endlessly(start: bytes, piece: bytes, pause: float = 0.0) -> Script:
    """Send a piece again and again, with a pause in between, until the other side gives up."""

    async def script(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while not writer.is_closing():
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return script


@contextmanager
def running(
    answers: Answers,
    *,
    address: str = "127.0.0.1",
    tls: ssl.SSLContext | None = None,
    only_says_tls: bool = False,
) -> Iterator[Server]:
    """Run a server in a thread of its own."""
    scripts = {
        key: list(item) if isinstance(item, list) else [item] for key, item in answers.items()
    }
    server = Server(scripts, scheme="https" if tls or only_says_tls else "http")
    ready, loop = threading.Event(), asyncio.new_event_loop()

    async def main() -> None:
        listening = await asyncio.start_server(server.serve, address, 0, ssl=tls)
        server.port = listening.sockets[0].getsockname()[1]
        ready.set()
        await stop.wait()
        listening.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)

    stop = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(main()), daemon=True)
    thread.start()
    assert ready.wait(60)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(60)
        loop.close()

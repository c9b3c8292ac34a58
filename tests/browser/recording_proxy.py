"""A proxy on this machine that passes on what is for one site, and refuses and notes the rest.

A browser tells nobody of some of its requests: those of its own, and those that it gives up. What
has to go through here cannot be missed, whoever asked for it.
"""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


@dataclass
class Record:
    """What came to the proxy: each line is a method, an address, and what was sent along."""

    server: str
    passed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def for_everything(self) -> dict[str, str]:
        """Return what Playwright's option `proxy` wants, so that nothing goes past the proxy."""
        # Chromium asks no proxy for what is on this machine, unless told to.
        return {"server": self.server, "bypass": "<-loopback>"}


@contextmanager
def recording_proxy(url: str) -> Iterator[Record]:
    """Run a proxy for the site at `url` until the block ends."""
    server = _Server(("127.0.0.1", 0), BaseHTTPRequestHandler)
    record = Record(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = partial(_Handler, record, urlsplit(url).netloc)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield record
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that hangs up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, record: Record, host: str, *args: object) -> None:
        self._record, self._host = record, host
        super().__init__(*args)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _pass_on(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        line = f"{self.command} {self.path} {self.rfile.read(length).decode('utf-8', 'replace')}"
        parts = urlsplit(self.path)
        if parts.netloc != self._host or self.command != "GET":
            self._record.refused.append(line.strip())
            self.close_connection = True
            self.send_error(HTTPStatus.BAD_GATEWAY)
            return
        self._record.passed.append(line.strip())
        self._answer(f"{parts.path}?{parts.query}".rstrip("?"))

    def __getattr__(self, name: str) -> object:
        """Give every method, known or not, the same answer."""
        if name.startswith("do_"):
            return self._pass_on
        raise AttributeError(name)

    def _answer(self, path: str) -> None:
        connection = http.client.HTTPConnection(self._host)
        headers = {name: value for name, value in self.headers.items() if name[:5] != "Proxy"}
        connection.request("GET", path, headers={**headers, "Connection": "close"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        self.send_response(answer.status)
        kept = ("content-type", "last-modified", "cache-control", "location")
        for name, value in answer.getheaders():
            if name.lower() in kept:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

"""Builds and finishes the site as it is published, and serves it on this machine only."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from guidekit.finish import finish_site
from guidekit.reporting.text import format_text

ROOT = Path(__file__).resolve().parents[2]


class BuildError(Exception):
    """The site has a problem that stops a strict build."""


@dataclass(frozen=True)
class Site:
    """A running site: its address (ending in a slash), its files, and every path asked for."""

    url: str
    folder: Path
    requests: list[str]

    def module(self, name: str) -> str:
        """Return the address of one of our modules, whose name holds a hash: `lib/tone`."""
        [file] = self.folder.glob(f"assets/javascripts/bounce-back/{name}.????????.js")
        return f"{self.url}{file.relative_to(self.folder).as_posix()}"

    def file(self, url: str) -> Path:
        """Return the file that an address of the site stands for."""
        path = self.folder / url.partition("?")[0].removeprefix(self.url)
        return path / "index.html" if path.is_dir() else path


@contextmanager
def serve_site(folder: Path) -> Iterator[Site]:
    """Build the site into `folder` and serve it until the block ends."""
    # The port comes first: canonical links and the sitemap name the address of the site.
    with Host(folder / "site") as host:
        build_site(folder, host.url)
        host.start()
        yield Site(host.url, folder / "site", host.requests)


class Host:
    """A host for a folder of static files, on a port of its own, that can go away and come back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.requests: list[str] = []
        self._server = self._listen(0)
        self._port = self._server.server_port
        self.url = f"http://127.0.0.1:{self._port}/"
        self._is_running = False

    def _listen(self, port: int) -> "_Server":
        handler = partial(_Handler, self.requests, directory=str(self.folder))
        return _Server(("127.0.0.1", port), handler)

    def start(self) -> None:
        """Answer from now on."""
        if self._server.socket.fileno() < 0:
            self._server = self._listen(self._port)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self._is_running = True

    def stop(self) -> None:
        """Refuse every connection, and end those that are open."""
        if self._is_running:
            self._server.shutdown()
        self._is_running = False
        self._server.server_close()
        self._server.hang_up()

    def __enter__(self) -> "Host":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def build_site(folder: Path, url: str) -> None:
    """Build the site for `url` into `folder`/site, and stop at any warning."""
    run_engine(folder, url, "--strict", docs_dir=str(ROOT / "docs"))
    problems = finish_site(folder / "site")
    if problems:
        raise BuildError(f"The site cannot be finished:\n{format_text(problems)}")


def run_engine(folder: Path, url: str, *options: str, **config: object) -> None:
    """Build a site for `url` into `folder`/site, with `config` in place of what mkdocs.yml says."""
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_url": url,
        # Paths in a configuration are seen from its own folder, and this one lies elsewhere.
        "site_dir": str(folder / "site"),
        "theme": {"custom_dir": str(ROOT / "overrides")},
        **config,
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config))  # JSON is YAML
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *options]
    built = subprocess.run(
        [*command, "-f", folder / "mkdocs.yml"],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        raise BuildError(f"The site does not build:\n{built.stderr}")


class _Server(ThreadingHTTPServer):
    """Remembers its connections, which otherwise live on when it no longer listens."""

    def __init__(self, address: tuple[str, int], handler: object) -> None:
        self._connections: list[socket.socket] = []
        super().__init__(address, handler)

    def process_request(self, request: socket.socket, client_address: object) -> None:
        self._connections.append(request)
        super().process_request(request, client_address)

    def hang_up(self) -> None:
        """End every connection."""
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(SimpleHTTPRequestHandler):
    """A static host: notes each request, and answers 404 with the site's own page."""

    protocol_version = "HTTP/1.1"  # one connection for many files, as any host has it

    def __init__(self, requests: list[str], *args: object, **options: object) -> None:
        self._requests = requests
        super().__init__(*args, **options)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self._requests.append(self.path)
        super().do_GET()

    def list_directory(self, _path: str) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

"""A host on loopback that serves a finished site as it should, but for one fault."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from guidekit.finish.headers import ALWAYS, FOR_EVER, headers, is_kept_for_ever
from tests.finish.sites import FILES, POLICY

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".woff2": "font/woff2",
}
# As the site of the other tests, but at the root of its host, with a way from page to page and with
# a preloaded font.
LINKS = '<a href="guides/first/">The first</a><link rel="preload" href="assets/fonts/text.woff2">'
SITE = {
    path: FILES[path].replace("/help/", "/").replace("Words", "Words. " * 100)
    for path in ("index.html", "guides/first/index.html", "404.html")
}
SITE["index.html"] = SITE["index.html"].replace("</body>", f"{LINKS}</body>")
SITE["assets/stylesheets/ours.css"] = FILES["assets/stylesheets/ours.css"] + "\n".join(
    f"a{number}{{color:red}}" for number in range(60)
)


@dataclass(frozen=True)
class Reply:
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    def without(self, name: str) -> "Reply":
        return replace(
            self, headers={key: self.headers[key] for key in self.headers if key != name}
        )

    def saying(self, name: str, text: str) -> "Reply":
        return replace(self, headers={**self.headers, name: text})


Fault = Callable[[str, Reply], Reply]


def answer(folder: Path, path: str, encodings: str) -> Reply:
    """Return what a good host says to a path."""
    file = folder / path.lstrip("/")
    said = headers(POLICY)
    if file.is_dir() and not path.endswith("/"):
        return Reply(301, {"Location": f"{path}/"})
    if path.endswith("/"):
        file /= "index.html"
    status = 200 if file.is_file() else 404
    file = file if file.is_file() else folder / "404.html"
    said |= {"Content-Type": TYPES.get(file.suffix, "text/plain"), "Vary": "Accept-Encoding"}
    said["Cache-Control"] = FOR_EVER if is_kept_for_ever(path) else ALWAYS["Cache-Control"]
    for ending, name in (("br", "br"), ("gz", "gzip")):
        packed = Path(f"{file}.{ending}")
        if name in encodings and packed.is_file():
            return Reply(status, {**said, "Content-Encoding": name}, packed.read_bytes())
    return Reply(status, said, file.read_bytes())


@contextmanager
def serve(folder: Path, fault: Fault = lambda _, reply: reply) -> Iterator[str]:
    """Yield the address of a host that serves `folder`, each reply changed by `fault`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            encodings = self.headers.get("Accept-Encoding", "")
            reply = fault(path, answer(folder, path, encodings))
            self.send_response(reply.status)
            for name, text in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
                self.send_header(name, text)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()

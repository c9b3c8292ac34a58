"""The configuration for nginx, on Debian's nginx, with the finished site."""

import gzip
import http.client
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from guidekit.deploy.host import check_host
from guidekit.finish import finish_site
from guidekit.finish.headers import headers
from tests.deploy.host import SITE
from tests.finish.sites import write_built_site
from tests.hosting.nginx import CONFIG, is_installed, serve

ROOT = Path(__file__).parents[2]
needs_nginx = pytest.mark.skipif(
    not is_installed(),
    reason="not tried: apt-get install nginx libnginx-mod-http-brotli-static",
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(port: int, path: str, encoding: str = "") -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": encoding} if encoding else {})
    response = connection.getresponse()
    answer = Answer(response.status, dict(response.getheaders()), response.read())
    connection.close()
    return answer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_built_site(tmp_path_factory.mktemp("site"), SITE)
    assert finish_site(folder) == []
    return folder


@pytest.fixture(scope="module")
def port(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """nginx as it is shipped, but for the three lines that are the operator's."""
    with serve(folder, tmp_path_factory.mktemp("nginx")) as port:
        yield port


def test_the_policy_and_the_headers_are_those_of_the_pages() -> None:
    source = (ROOT / "overrides/main.html").read_text()
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', source)
    said = dict(re.findall(r'add_header (\S+) "?([^"]+?)"? always;', CONFIG.read_text()))
    said.pop("Vary")
    said["Cache-Control"] = "no-cache"
    assert said == headers(policy)


@needs_nginx
def test_pages_are_asked_for_anew_and_named_files_never(port: int, folder: Path) -> None:
    [style] = folder.glob("assets/stylesheets/ours.*.css")
    for path in ("/", "/guides/first/", "/sw.js", "/404.html", "/manifest.webmanifest"):
        assert ask(port, path).headers["Cache-Control"] == "no-cache", path
    named = ask(port, f"/assets/stylesheets/{style.name}")
    assert named.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    theirs = ask(port, "/assets/javascripts/bundle.a5f9d56c.min.js")
    assert "immutable" in theirs.headers["Cache-Control"]


@needs_nginx
def test_an_address_without_its_slash_is_sent_on_for_good(port: int) -> None:
    answer = ask(port, "/guides/first?from=a")
    assert (answer.status, answer.headers["Location"]) == (301, "/guides/first/?from=a")


@needs_nginx
@pytest.mark.parametrize("path", ["/nothing", "/a/b/c/nothing/", "/_headers", "/index.html.br"])
def test_what_does_not_exist_is_the_sites_own_page_with_404(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status == 404
    assert b'content="default-src' in answer.body
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-cache"


@needs_nginx
def test_text_comes_compressed_as_it_was_packed(port: int, folder: Path) -> None:
    plain = (folder / "guides/first/index.html").read_bytes()
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        answer = ask(port, "/guides/first/", encoding)
        assert answer.headers["Content-Encoding"] == encoding
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert unpack(answer.body) == plain
    assert ask(port, "/guides/first/").body == plain


@needs_nginx
def test_every_answer_has_the_security_headers(port: int) -> None:
    for path in ("/", "/nothing", "/sw.js", "/guides/first"):
        answer = ask(port, path)
        assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'"), path
        assert "nginx/" not in answer.headers["Server"]


@needs_nginx
def test_the_check_of_a_live_host_finds_nothing_on_it(port: int) -> None:
    assert check_host(f"http://127.0.0.1:{port}/") == []


LOAD = """
import http.client, sys
port, path = int(sys.argv[1]), sys.argv[2]
connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
for number in range(500):
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, (number, path, answer.status)
"""


@needs_nginx
def test_two_thousand_requests_in_four_processes_get_two_thousand_pages(port: int) -> None:
    paths = ["/", "/guides/first/", "/sw.js", "/search/search_index.json"]
    readers = [subprocess.Popen([sys.executable, "-c", LOAD, str(port), path]) for path in paths]
    assert [reader.wait(300) for reader in readers] == [0] * 4

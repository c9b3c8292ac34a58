"""`guidekit deploy-check` on hosts with a fault each, and on one without."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import brotli
import httpx
import pytest

from guidekit.deploy.host import check_host
from guidekit.deploy.said import is_asked_anew, is_kept, says_as_much
from guidekit.finish import finish_site
from guidekit.finish.headers import FOR_EVER, headers
from tests.deploy.host import SITE, Fault, Reply, answer, serve
from tests.finish.sites import POLICY, write_built_site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_built_site(tmp_path_factory.mktemp("site"), SITE)
    assert finish_site(folder) == []
    return folder


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "guidekit", "deploy-check", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_good_host_has_no_problems_and_a_bad_one_is_told_what_to_send(folder: Path) -> None:
    with serve(folder) as url:
        assert check_host(url.rstrip("/")) == []
        good = _run(url)
    assert (good.returncode, good.stdout, good.stderr) == (0, "", "No problems found.\n")
    with serve(folder, lambda _, reply: reply.without("X-Frame-Options")) as url:
        bad = _run(url, "--format", "json")
    assert bad.returncode == 1
    [problem] = json.loads(bad.stdout)
    assert problem["code"] == "HOST101"
    assert problem["help"].startswith("send `X-Frame-Options: DENY` with every answer")
    assert json.dumps(url) in json.dumps(problem)


@pytest.mark.parametrize("url", ["", "host.example", "ftp://host.example/", "https://", "http://["])
def test_what_is_no_address_is_refused_before_anything_is_asked(url: str) -> None:
    done = _run(url)
    assert done.returncode == 2
    assert "is not an address such as https://host/" in done.stderr


def test_a_host_that_is_not_there_is_named() -> None:
    with serve(Path()) as url:
        pass
    [problem] = check_host(url)
    assert (problem.code, problem.span.path) == ("HOST001", url)


def _at(*paths: str) -> Callable[[str], bool]:
    return lambda path: path in paths


def _ending(*endings: str) -> Callable[[str], bool]:
    return lambda path: path.endswith(endings)


def _missing(path: str) -> bool:
    return "nothing-has" in path


def _anywhere(_: str) -> bool:
    return True


def _only(where: Callable[[str], bool], change: Callable[[Reply], Reply]) -> Fault:
    return lambda path, reply: change(reply) if where(path) else reply


def _status(number: int) -> Callable[[Reply], Reply]:
    return lambda reply: Reply(number, reply.headers, reply.body)


def _says(name: str, text: str) -> Callable[[Reply], Reply]:
    return lambda reply: reply.saying(name, text)


def _lacks(name: str) -> Callable[[Reply], Reply]:
    return lambda reply: reply.without(name)


def _body(change: Callable[[bytes], bytes]) -> Callable[[Reply], Reply]:
    return lambda reply: (
        reply
        if reply.headers.get("Content-Encoding")
        else Reply(reply.status, reply.headers, change(reply.body))
    )


def _older_copy(reply: Reply) -> Reply:
    older = brotli.compress(b"words of last year")
    return Reply(200, reply.headers, older) if "Content-Encoding" in reply.headers else reply


def _not_packed(reply: Reply) -> Reply:
    return Reply(200, {**reply.headers, "Content-Encoding": "gzip"}, b"no gzip at all")


POLICY_AND_MORE = headers(POLICY)["Content-Security-Policy"]
PAGE, FIRST = "/", "/guides/first"
FAULTS: dict[str, tuple[str, Fault]] = {
    "no policy": ("HOST101", _only(_anywhere, _lacks("Content-Security-Policy"))),
    "no nosniff": ("HOST101", _only(_ending(".js"), _lacks("X-Content-Type-Options"))),
    "no referrer policy": ("HOST101", _only(_missing, _lacks("Referrer-Policy"))),
    "no opener policy": ("HOST101", _only(_at(PAGE), _lacks("Cross-Origin-Opener-Policy"))),
    "no permissions": ("HOST101", _only(_at(f"{FIRST}/"), _lacks("Permissions-Policy"))),
    "frames": ("HOST101", _only(_ending(".css"), _lacks("X-Frame-Options"))),
    "weak policy": (
        "HOST102",
        _only(
            _at(PAGE),
            _says("Content-Security-Policy", POLICY_AND_MORE.replace("'self'", "'self' *")),
        ),
    ),
    "two policies in one": (
        "HOST102",
        _only(_at(PAGE), _says("Content-Security-Policy", f"script-src *; {POLICY_AND_MORE}")),
    ),
    "referrer": ("HOST102", _only(_at("/sw.js"), _says("Referrer-Policy", "unsafe-url"))),
    "some permissions": ("HOST102", _only(_at(PAGE), _says("Permissions-Policy", "camera=()"))),
    "style as text": ("HOST103", _only(_ending(".css"), _says("Content-Type", "text/plain"))),
    "script as bytes": (
        "HOST103",
        _only(_at("/sw.js"), _says("Content-Type", "application/octet-stream")),
    ),
    "no such font": ("HOST103", _only(_ending(".woff2"), _status(404))),
    "found": ("HOST201", _only(_missing, _status(200))),
    "found when deep": ("HOST201", _only(_at("/a/b/c/nothing-has-this-address/"), _status(200))),
    "bare words": ("HOST202", _only(_missing, _body(lambda _: b"<h1>Not Found</h1>"))),
    "another root": (
        "HOST203",
        _only(_missing, _body(lambda page: page.replace(b'="/assets', b'="/help/assets'))),
    ),
    "shown without slash": ("HOST204", _only(_at(FIRST), _status(200))),
    "for now": ("HOST204", _only(_at(FIRST), _status(302))),
    "elsewhere": (
        "HOST204",
        _only(_at(FIRST), _says("Location", "http://127.0.0.1/guides/first/")),
    ),
    "page kept": ("HOST301", _only(_at(f"{FIRST}/"), _says("Cache-Control", "max-age=600"))),
    "silent about a page": ("HOST301", _only(_at(PAGE), _lacks("Cache-Control"))),
    "worker kept": ("HOST301", _only(_at("/sw.js"), _says("Cache-Control", FOR_EVER))),
    "style asked anew": ("HOST302", _only(_ending(".css"), _says("Cache-Control", "no-cache"))),
    "font not for long": (
        "HOST302",
        _only(_ending(".woff2"), _says("Cache-Control", "max-age=600, immutable")),
    ),
    "older copy": ("HOST402", _only(_at(PAGE), _older_copy)),
    "no vary": ("HOST403", _only(_at(PAGE), _lacks("Vary"))),
    "bytes that are not gzip": ("HOST001", _only(_at(f"{FIRST}/"), _not_packed)),
    "moved": ("HOST002", _only(_at(PAGE), lambda _: Reply(301, {"Location": "/new/"}))),
    "no site": ("HOST002", _only(_at(PAGE), _status(500))),
    "another site": ("HOST002", _only(_at(PAGE), lambda _: Reply(200, {}, b"<p>It works!</p>"))),
    "not finished": (
        "HOST002",
        _only(_at(PAGE), _body(lambda page: page.replace(b".css", b"").replace(b".js", b""))),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_and_nothing_else(name: str, folder: Path) -> None:
    code, fault = FAULTS[name]
    with serve(folder, fault) as url:
        found = check_host(url)
    assert {problem.code for problem in found} == {code}
    assert all(problem.span.path.startswith(url) and problem.help for problem in found)


def test_text_that_is_never_packed_is_found(folder: Path) -> None:
    with serve(
        folder, lambda path, reply: answer(folder, path, "") if reply.body else reply
    ) as url:
        found = check_host(url)
    assert {problem.code for problem in found} == {"HOST401"}
    assert {problem.span.path.rpartition(".")[2] for problem in found} >= {"css"}
    assert len(found) >= 3


@pytest.mark.parametrize(
    ("built_for", "shown_at", "codes"),
    [
        ("https://site.example/", "https://site.example/", set()),
        ("https://site.example/", "https://other.example/", {"HOST004"}),
        ("http://site.example/", "http://site.example/", {"HOST003"}),
    ],
)
def test_the_address_is_encrypted_and_that_of_the_build(
    built_for: str, shown_at: str, codes: set[str], folder: Path
) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        reply = answer(folder, request.url.path, request.headers["Accept-Encoding"])
        if request.url.path == "/" and "Content-Encoding" in reply.headers:
            del reply.headers["Content-Encoding"]
            reply = Reply(200, {**reply.headers, "Content-Encoding": "br"}, brotli.compress(home))
        elif request.url.path == "/":
            reply = Reply(200, reply.headers, home)
        return httpx.Response(reply.status, headers=reply.headers, content=reply.body)

    home = (folder / "index.html").read_bytes()
    home = home.replace(b"https://site.example/", built_for.encode())
    found = check_host(shown_at, httpx.MockTransport(respond))
    assert {problem.code for problem in found} == codes


def test_a_header_may_say_more_but_not_less() -> None:
    policy = "default-src 'none'; frame-ancestors 'none'"
    for said, is_enough in (
        ("Frame-Ancestors 'none' ;default-src   'NONE'; report-to x", True),
        (f"upgrade-insecure-requests, {policy}", True),
        ("default-src 'none'", False),
        (f"default-src *; {policy}", False),
    ):
        assert says_as_much("Content-Security-Policy", said, policy) is is_enough, said
    assert says_as_much("X-Content-Type-Options", "nosniff, NoSniff", "nosniff")
    assert not says_as_much("Referrer-Policy", "no-referrer, unsafe-url", "no-referrer")
    assert not says_as_much("Permissions-Policy", "camera=(), camera=*", "camera=()")


def test_what_a_browser_does_with_what_it_keeps() -> None:
    anew = ("no-cache", "No-Store", "public, max-age=0, must-revalidate")
    assert all(is_asked_anew(said) for said in anew)
    assert not any(is_asked_anew(said) for said in ("", "public", "max-age=10", "x-no-cache"))
    assert is_kept("immutable,max-age=99999999", FOR_EVER)
    odd = ("", "immutable", "max-age=x, immutable", "max-age=31536000", f"{FOR_EVER}, no-cache")
    assert not any(is_kept(said, FOR_EVER) for said in odd)

"""Encrypted connections: what is wrong with one is named, and HTTP/2 is spoken where it can be."""

import asyncio
import ssl
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import h2.connection
import pytest

from tests.links.external.asking import SHORT, Asking
from tests.links.external.certificates import NOW, Authority
from tests.links.external.servers import (
    NOT_FOUND,
    Script,
    hang_up,
    page,
    redirect,
    reply,
    running,
    then_close,
)

HELP = "browsers show a warning instead of the page: tell its owner, or link to something else"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def _trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))


BAD: dict[str, tuple[Callable[[Authority], ssl.SSLContext], str]] = {
    "expired": (
        lambda authority: authority.context(ends=NOW - timedelta(hours=1)),
        "its certificate has expired",
    ),
    "of the future": (
        lambda authority: authority.context(begins=NOW + timedelta(hours=1)),
        "its certificate is not valid yet",
    ),
    "of another host": (
        lambda authority: authority.context("other.test"),
        "its certificate is for another IP address",
    ),
}


@pytest.mark.parametrize(("context", "fault"), BAD.values(), ids=BAD.keys())
def test_fault_of_a_certificate_is_named(
    context: Callable[[Authority], ssl.SSLContext], fault: str, authority: Authority, ask: Asking
) -> None:
    with running({"*": page()}, tls=context(authority)) as server:
        url = server.url("/x")
        assert ask(url) == [f"1: LINK604 `{url}` cannot be reached safely: {fault} | {HELP}"]
        assert server.asked == []
    assert ask.clock.slept == []


def test_certificate_of_another_name_is_named(authority: Authority, ask: Asking) -> None:
    ask.names = {"right.test": ["127.0.0.1"]}
    with running({"*": page()}, tls=authority.context("wrong.test")) as server:
        (found,) = ask(server.url("/x", "right.test"))
    assert "cannot be reached safely: its certificate is for another host |" in found


def test_issuer_whom_nobody_trusts_is_named(tmp_path: Path, ask: Asking) -> None:
    with running({"*": page()}, tls=Authority(tmp_path).context()) as server:
        (found,) = ask(server.url("/x"))
    assert "its certificate leads to no issuer that is trusted" in found


def test_server_without_encryption_is_named(ask: Asking) -> None:
    answer = then_close(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    with running({"*": answer}, only_says_tls=True) as server:
        server.raw = answer
        (found,) = ask(server.url("/x"))
    assert "cannot be reached safely: it does not speak TLS |" in found


def test_server_that_hangs_up_in_the_handshake_is_told(ask: Asking) -> None:
    with running({}, only_says_tls=True) as server:
        server.raw = hang_up
        (found,) = ask(server.url("/x"))
    assert "LINK603" in found or "LINK604" in found


def test_server_that_is_silent_in_the_handshake_is_given_up(ask: Asking) -> None:
    ask.limits = SHORT
    with running({}, only_says_tls=True) as server:
        server.raw = lambda reader, _: reader.read()
        (found,) = ask(server.url("/x"))
    assert "does not answer within" in found


@pytest.fixture(params=[False, True], ids=["HTTP/1.1", "HTTP/2"])
def http2(request: pytest.FixtureRequest) -> Iterator[bool]:
    return request.param


def test_both_versions_of_http_are_spoken(
    *, http2: bool, authority: Authority, ask: Asking
) -> None:
    answers = {
        "/good": page(),
        "/gone": NOT_FOUND,
        "/moved": redirect("/good", "301 Moved"),
        "/busy": [reply(status="503 x"), page()],
        "/soft": page(title="Page not found"),
        "/file.zip": reply(content_type="application/zip"),
    }
    with running(answers, tls=authority.context(http2=http2)) as server:
        found = ask(*map(server.url, answers), server.url("/good#start"), server.url("/good#no"))
        assert server.versions == {"HTTP/2" if http2 else "HTTP/1.1"}
    assert [line.split()[:2] for line in found] == [
        ["2:", "LINK601"],
        ["3:", "LINK401"],
        ["5:", "LINK611"],
        ["8:", "LINK614"],
    ]


def test_one_connection_carries_everything_over_http2(authority: Authority, ask: Asking) -> None:
    with running({"*": page()}, tls=authority.context(http2=True)) as server:
        assert ask(*(server.url(f"/{number}") for number in range(50))) == []
        assert server.connections == 1
        assert len(server.asked) == 50


def test_name_is_sent_in_the_handshake_though_the_address_is_connected_to(
    authority: Authority, ask: Asking
) -> None:
    ask.names = {"right.test": ["127.0.0.1"]}
    with running({"*": page()}, tls=authority.context("right.test", http2=True)) as server:
        assert ask(server.url("/x", "right.test")) == []


def _http2_then(frames: bytes) -> Script:
    """Begin to speak HTTP/2, read what is asked, and send these frames."""

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        await reader.read(65_536)
        writer.write(frames)
        await writer.drain()
        await reader.read()

    return script


def _frame(kind: int, flags: int, payload: bytes, stream: int = 1) -> bytes:
    return len(payload).to_bytes(3) + bytes([kind, flags]) + stream.to_bytes(4) + payload


HEADERS, RST_STREAM, GOAWAY, CONTINUATION = 1, 3, 7, 9
_BOMB = (
    b"\x40\x01a\x7f\xff\x1f" + b"b" * 4_000 + b"\xbe" * 12_000
)  # one long field, again and again
HOSTILE = {
    "nonsense": b"nonsense" * 99,
    "stream that is reset": _frame(RST_STREAM, 0, bytes(4)),
    "connection that is ended": _frame(GOAWAY, 0, bytes(8), 0),
    "headers that unfold": _frame(HEADERS, 4, _BOMB),
    "headers that go on": _frame(HEADERS, 0, b"\x88") + _frame(CONTINUATION, 0, b"") * 9_000,
    "status that is none": _frame(HEADERS, 5, b"\x48\x03abc"),
}


@pytest.mark.parametrize("frames", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_http2_is_told(frames: bytes, authority: Authority, ask: Asking) -> None:
    ask.limits = SHORT
    with running({}, tls=authority.context(http2=True)) as server:
        server.raw = _http2_then(frames)
        url = server.url("/x")
        (found,) = ask(url)
    assert found.startswith((f"1: LINK606 `{url}` answers with", f"1: LINK603 `{url}` "))


def test_many_pages_that_are_not_read_to_their_end_block_nothing(
    authority: Authority, ask: Asking
) -> None:
    answers = {"*": reply("x" * 65_000, content_type="application/pdf")}
    with running(answers, tls=authority.context(http2=True)) as server:
        assert ask(*(server.url(f"/{number}") for number in range(300))) == []
        assert server.connections == 3

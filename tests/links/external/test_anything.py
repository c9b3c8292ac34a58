"""Whatever a server sends, the check ends in findings or in none, and goes on with the others."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidekit.links.external import Limits
from tests.links.external.asking import Asking
from tests.links.external.servers import Server, page, running, then_close

_PIECES = st.sampled_from(
    [
        b"HTTP/1.1 ", b"HTTP/1.0 ", b"200 OK", b"301 x", b"404", b"429 x", b"100 Continue", b" ",
        b"\r\n", b"\n", b"\r\n\r\n", b": ", b"Content-Type: text/html", b"; charset=", b"utf-16",
        b"Content-Length: 3", b"Content-Length: -1", b"Transfer-Encoding: chunked", b"2\r\nab\r\n",
        b"0\r\n\r\n", b"Content-Encoding: gzip", b"\x1f\x8b\x08", b"Location: ", b"/y", b"//",
        b"http://", b"[::1", b"Retry-After: 1", b"Set-Cookie: a=b; Domain=", b"<title>", b"<h1>",
        b"Not found", b"<p id=a>", b"\0", b"\xff",
    ]
)  # fmt: skip
_ANSWERS = st.lists(_PIECES | st.binary(max_size=4), max_size=25).map(b"".join)
_STARTED = _ANSWERS.map(lambda rest: b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + rest)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running({"/good": page()}) as server:
        yield server


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=_ANSWERS | _STARTED)
def test_no_answer_raises(answer: bytes, server: Server, ask: Asking) -> None:
    ask.limits = Limits(read=2, request=2)
    server.answers["*"] = [then_close(answer)]
    found = ask(server.url("/x#a"), server.url("/good"))
    assert not any("failed with" in line for line in found), answer
    assert all(line.startswith("1: ") for line in found)
    assert "\n" not in "".join(found)

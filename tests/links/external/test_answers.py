"""What a server answers, and what is said about the link: each kind, in these words."""

import gzip
import zlib

import pytest

from tests.links.external.asking import SHORT, Asking
from tests.links.external.servers import (
    Answers,
    endlessly,
    hang_up,
    never_answer,
    page,
    redirect,
    reply,
    reset,
    running,
    then_close,
)

AGAIN = "try again later; if it stays so, link to something else"
REPLACE = "link to what has taken its place, or remove the link"
LOOK = "open it in a browser; if it works there, list it with a reason in the --ignore file"
NOT_HTTP = f"LINK606 `/x` answers with something that is not HTTP | {AGAIN}"

# name: (the answers, what is found on following a link to `/x`)
FAULTS: dict[str, tuple[Answers, str]] = {
    "page that is gone": (
        {"/x": reply(status="404 Nope")},
        f"LINK601 `/x` answers 404 Not Found | {REPLACE}",
    ),
    "page that was removed": (
        {"/x": reply(status="410 Gone")},
        f"LINK601 `/x` answers 410 Gone | {REPLACE}",
    ),
    "page withheld by law": (
        {"/x": reply(status="451 No")},
        f"LINK601 `/x` answers 451 Unavailable For Legal Reasons | {REPLACE}",
    ),
    "page for some": (
        {"/x": reply(status="401 No")},
        "LINK613 `/x` answers 401 Unauthorized to a program; a reader may have to sign in"
        f" | {LOOK}",
    ),
    "page for no program": (
        {"/x": reply(status="403 No")},
        f"LINK613 `/x` answers 403 Forbidden to a program; a reader may have to sign in | {LOOK}",
    ),
    "page of LinkedIn": (
        {"/x": reply(status="999 Request denied")},
        f"LINK613 `/x` answers 999 to a program; a reader may have to sign in | {LOOK}",
    ),
    "page behind a riddle": (
        {"/x": reply(status="503 No", cf_mitigated="challenge")},
        "LINK613 `/x` answers 503 Service Unavailable to a program; a reader may have to sign in"
        f" | {LOOK}",
    ),
    "redirect to a page to sign in at": (
        {"/x": redirect("/users/sign_in?return=x"), "/users/sign_in?return=x": page()},
        f"LINK613 `/x` leads to a page to sign in at, `/users/sign_in?return=x` | {LOOK}",
    ),
    "server that fails": (
        {"/x": reply(status="500 No")},
        f"LINK605 `/x` answers 500 Internal Server Error each time | {AGAIN}",
    ),
    "status out of range": (
        {"/x": reply(status="700 Hm")},
        f"LINK606 `/x` answers 700, which is not an answer to a link | {AGAIN}",
    ),
    "server that hangs up": (
        {"/x": hang_up},
        f"LINK603 `/x` hangs up without an answer | {AGAIN}",
    ),
    "server that resets": (
        {"/x": reset},
        f"LINK603 `/x` breaks off the connection | {AGAIN}",
    ),
    "server that never answers": (
        {"/x": never_answer},
        f"LINK603 `/x` does not answer within 1 second | {AGAIN}",
    ),
    "headers that never end": (
        {"/x": endlessly(b"HTTP/1.1 200 OK\r\n", b"a", 0.05)},
        f"LINK603 `/x` does not answer within 1.5 seconds | {AGAIN}",
    ),
    "page that never ends": (
        {"/x": endlessly(page().replace(b"content-length", b"x"), b"a", 0.05)},
        f"LINK615 `/x` sends only a part of its page | {AGAIN}",
    ),
    "title of a page that is not there": (
        {"/x": page(title="Oops! Page not found &ndash; Some Site")},
        "LINK611 `/x` answers, but with a page that says `Oops! Page not found – Some Site`"
        f" | {REPLACE}",
    ),
    "heading of a page that is not there": (
        {"/x": page('<h1 class="big">\n<span>Seite nicht</span> gefunden</h1>')},
        f"LINK611 `/x` answers, but with a page that says `Seite nicht gefunden` | {REPLACE}",
    ),
    "redirect to an error page": (
        {"/x": redirect("/errors/404.html"), "/errors/404.html": page()},
        f"LINK611 `/x` leads to the error page `/errors/404.html` | {REPLACE}",
    ),
    "page sent to the home page": (
        {"/x": redirect("/"), "/": page()},
        f"LINK612 `/x` leads only to the home page `/` | {REPLACE}",
    ),
    "page sent to the home page of a language": (
        {"/x": redirect("/en-gb/"), "/en-gb/": page()},
        f"LINK612 `/x` leads only to the home page `/en-gb/` | {REPLACE}",
    ),
    "page that moved": (
        {"/x": redirect("/new", "301 Moved"), "/new": page()},
        "LINK401 `/x` has moved for good | link to `/new` itself",
    ),
    "page that moved twice, then for a while": (
        {
            "/x": redirect("/b", "301 Moved"),
            "/b": redirect("/c", "308 Moved"),
            "/c": redirect("/d"),
            "/d": page(),
        },
        "LINK401 `/x` has moved for good | link to `/c` itself",
    ),
    "redirect to itself": (
        {"/x": redirect("/x")},
        f"LINK402 `/x` leads into redirects that never end | {REPLACE}",
    ),
    "redirects in a circle": (
        {"/x": redirect("/y", "301 Moved"), "/y": redirect("/x", "301 Moved")},
        f"LINK402 `/x` leads into redirects that never end | {REPLACE}",
    ),
    "redirects with a new cookie each time": (
        {"/x": [redirect("/x", set_cookie=f"seen={number}") for number in range(30)]},
        f"LINK402 `/x` leads into redirects that never end | {REPLACE}",
    ),
    "redirect to a page that is gone": (
        {"/x": redirect("/new", "301 Moved"), "/new": reply(status="404 No")},
        f"LINK601 `/x` leads through a redirect to `/new`, which answers 404 Not Found | {REPLACE}",
    ),
    "redirect to nowhere": (
        {"/x": reply(status="302 Found")},
        f"LINK606 `/x` redirects without saying where to | {AGAIN}",
    ),
    "redirect to nonsense": (
        {"/x": redirect("http://a:b/")},
        f"LINK606 `/x` redirects to `http://a:b/`, which is not an address | {AGAIN}",
    ),
    "redirect to a host that is none": (
        {"/x": redirect("https://xn--a/")},
        f"LINK606 `/x` redirects to `https://xn--a/`, which is not an address | {AGAIN}",
    ),
    "redirect to a port that is none": (
        {"/x": redirect("http://127.0.0.1:99999/")},
        f"LINK606 `/x` redirects to `http://127.0.0.1:99999/`, which is not an address | {AGAIN}",
    ),
    "redirect to a file": (
        {"/x": redirect("file:///etc/passwd")},
        f"LINK608 `/x` redirects to `file:///etc/passwd`, which browsers refuse | {REPLACE}",
    ),
    "redirect to a script": (
        {"/x": redirect("javascript:alert(1)")},
        f"LINK608 `/x` redirects to `javascript:alert(1)`, which browsers refuse | {REPLACE}",
    ),
    "something else than HTTP": ({"/x": then_close(b"220 mail.test ESMTP\r\n\r\n")}, NOT_HTTP),
    "an answer without headers": ({"/x": then_close(b"<title>Old</title>\n\n")}, NOT_HTTP),
    "a status that is no number": ({"/x": b"HTTP/1.1 abc OK\r\n\r\n"}, NOT_HTTP),
    "headers larger than browsers take": (
        {"/x": reply("", x="a" * 400_000)},
        NOT_HTTP,
    ),
    "headers without number": (
        {"/x": endlessly(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 1000)},
        NOT_HTTP,
    ),
    "header with a zero": ({"/x": reply("", x="a\0b")}, NOT_HTTP),
    "two lengths": ({"/x": b"HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\nab"}, NOT_HTTP),
    "preliminary answers without end": (
        {"/x": endlessly(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n")},
        f"LINK603 `/x` does not answer within 1.5 seconds | {AGAIN}",
    ),
    "page shorter than it says": (
        {"/x": then_close(page().replace(b"length: ", b"length: 1"))},
        f"LINK615 `/x` sends only a part of its page | {AGAIN}",
    ),
    "pieces that are none": (
        {
            "/x": then_close(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            )
        },
        f"LINK615 `/x` sends only a part of its page | {AGAIN}",
    ),
    "page that is not packed as it says": (
        {"/x": reply("not packed", content_encoding="gzip")},
        f"LINK606 `/x` sends a page that cannot be unpacked | {AGAIN}",
    ),
}


@pytest.mark.parametrize(("answers", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_what_is_wrong_is_said(answers: Answers, expected: str, ask: Asking) -> None:
    if "second" in expected or "a part of" in expected:
        ask.limits = SHORT
    with running(answers) as server:
        found = [line.replace(server.url(""), "") for line in ask(server.url("/x"))]
    assert found == [f"1: {expected}"]


GOOD: dict[str, Answers] = {
    "page": {"/x": page()},
    "page without a type": {"/x": reply("x", content_type="")},
    "no content": {"/x": b"HTTP/1.1 204 No Content\r\n\r\n"},
    "status of its own": {"/x": reply(status="299 Hm")},
    "redirect for a while": {"/x": redirect("/new"), "/new": page()},
    "redirect that keeps what was asked": {"/x": redirect("new", "307 x"), "/new": page()},
    "redirect that a cookie ends": {"/x": [redirect("/x", set_cookie="seen=1; Path=/"), page()]},
    "redirect to a program": {"/x": redirect("mailto:someone@example.org")},
    "flaky server": {"/x": [reply(status="503 x"), reset, page()]},
    "server that hangs up once": {"/x": [hang_up, page()]},
    "page broken off once": {"/x": [then_close(page().replace(b"length: ", b"length: 1")), page()]},
    "page longer than it says": {"/x": page() + b"more"},
    "page that is huge": {"/x": endlessly(page().replace(b"content-length", b"x"), b"a" * 60_000)},
    "page in pieces": {
        "/x": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\n<h1\r\n1\r\n>\r\n0\r\n\r\n"
    },
    "page until the connection ends": {
        "/x": then_close(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>x</h1>")
    },
    "page that is packed": {"/x": reply(gzip.compress(b"<h1>x</h1>"), content_encoding="gzip")},
    "page that is packed twice over": {
        "/x": reply(gzip.compress(gzip.compress(b"x")), content_encoding="gzip, gzip")
    },
    "page that is packed without a head": {
        "/x": reply(zlib.compress(b"<h1>x</h1>")[2:-4], content_encoding="deflate")
    },
    "page packed as nobody knows": {"/x": reply(b"\xff\xfe", content_encoding="unknown")},
    "bomb": {"/x": reply(gzip.compress(bytes(100_000_000)), content_encoding="gzip")},
    "bomb that was not asked for": {"/x": reply(b"\x1b\x03" * 99, content_encoding="br")},
    "encoding that is none": {"/x": reply("<h1>x</h1>", content_type="text/html; charset=none")},
    "encoding that takes hours": {
        "/x": reply("a" * 90_000 + "-" + "z" * 90_000, content_type="text/html; charset=punycode")
    },
    "encoding in the page that takes hours": {
        "/x": reply("<meta charset=punycode>é" + "a" * 90_000 + "-" + "z" * 90_000)
    },
    "page about such pages": {"/docs/404": page(title="404 Not Found - HTTP | Docs")},
    "title that mentions it": {"/x": page(title="How to design a page for Not found errors")},
    "home page": {"/": redirect("/en/"), "/en/": page()},
    "short address": {"/abc": redirect("http://short.test:{port}/"), "/": page()},
    "page to sign in at": {"/login": redirect("/signin"), "/signin": page()},
}


@pytest.mark.parametrize("answers", GOOD.values(), ids=GOOD.keys())
def test_what_readers_see_well_is_no_fault(answers: Answers, ask: Asking) -> None:
    ask.names = {"short.test": ["127.0.0.1"]}
    with running(answers) as server:
        server.fill_in_port()
        assert ask(server.url(next(iter(answers)))) == []
        assert server.asked

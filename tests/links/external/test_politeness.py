"""Manners: how many requests a host gets, how fast, and what is sent with them."""

import asyncio

import pytest

from guidekit.links.external import Limits, network
from guidekit.links.external.retry import retry_after
from tests.links.external.asking import Asking
from tests.links.external.servers import (
    Script,
    hang_up,
    never_answer,
    page,
    redirect,
    reply,
    running,
    then_close,
)


def _after_a_moment(answer: bytes) -> Script:
    async def script(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        writer.write(answer)
        await writer.drain()
        writer.close()

    return script


def test_a_host_gets_ten_requests_at_once_and_no_more(ask: Asking) -> None:
    async def when_ten_are_here(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while 1 < len(server.asked) < 40 and server.most_at_once < 10:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        writer.write(page())
        await writer.drain()

    with running({"*": when_ten_are_here}) as server:
        assert ask(*(server.url(f"/{number}") for number in range(40))) == []
        assert server.most_at_once == 10
        assert server.most_connections == 10
        assert len(server.asked) == 40


def test_connections_are_used_again(ask: Asking) -> None:
    with running({"*": page()}) as server:
        assert ask(*(server.url(f"/{number}") for number in range(40))) == []
        assert server.connections <= 10


def test_a_host_that_hangs_up_after_each_answer_is_asked_over_new_connections(ask: Asking) -> None:
    ask.limits = Limits(tries=1)
    with running({"*": then_close(page())}) as server:
        assert ask(*(server.url(f"/{number}") for number in range(60))) == []
        assert server.connections >= 60


def test_a_redirect_takes_the_same_connection(ask: Asking) -> None:
    with running({"/x": redirect("/y"), "/y": redirect("/z"), "/z": page()}) as server:
        assert ask(server.url("/x")) == []
        assert server.connections == 1


def test_each_address_is_asked_once(ask: Asking) -> None:
    with running({"/x": page("<h1 id=a><h2 id=b>")}) as server:
        url = server.url("/x")
        assert ask(url, f"{url}#a", f"{url}#b", url, url.replace("http:", "HTTP:")) == []
        assert server.asked == ["GET /x"]


def test_nothing_is_sent_that_tells_of_the_reader(ask: Asking) -> None:
    with running({"/x": redirect("/y", set_cookie="a=1"), "/y": page()}) as server:
        assert ask(server.url("/x#start", "me:password@127.0.0.1")) == []
        head = server.heads[0]
    assert head == (
        f"GET /x HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUser-Agent: guidekit/test\r\n"
        "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\nAccept-Language: en,*;q=0.5\r\n"
        "Accept-Encoding: gzip, deflate\r\n\r\n"
    )
    assert "Cookie: a=1\r\n" in server.heads[1]


def test_cookies_of_one_address_are_not_sent_with_another(ask: Asking) -> None:
    ask.limits = Limits(connections=1)
    with running({"*": reply(set_cookie="a=1")}) as server:
        ask(server.url("/x"), server.url("/y"))
        assert not any("Cookie" in head for head in server.heads)


def test_many_hosts_do_not_use_up_the_files_of_this_computer(
    ask: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "_MOST_OPEN", 10)
    ask.limits = Limits(at_once=10)
    ask.names = {f"host{number}.test": ["127.0.0.1"] for number in range(15)}
    with running({"*": page()}) as server:
        urls = [server.url(f"/{number}", host) for host in ask.names for number in range(6)]
        assert ask(*urls) == []
        assert server.most_connections <= 30


# What is asked by HEAD


def test_a_file_is_asked_for_by_head_alone(ask: Asking) -> None:
    with running({"*": reply("x", content_type="image/png")}) as server:
        assert ask.check(f'<img src="{server.url("/x.png")}">') == []
        assert server.asked == ["HEAD /x.png"]


@pytest.mark.parametrize(
    "refusal",
    [
        reply(status="405 x"),
        reply(status="501 x"),
        reply(status="404 x"),
        reply(status="403 x"),
        reply(status="500 x"),
        hang_up,
        never_answer,
    ],
)
def test_where_head_is_refused_get_is_asked(refusal: bytes | Script, ask: Asking) -> None:
    ask.limits = Limits(read=1.0) if refusal is never_answer else Limits()
    with running({"HEAD /x.png": refusal, "GET /x.png": page()}) as server:
        assert ask.check(f'<img src="{server.url("/x.png")}">') == []
        assert server.asked == ["HEAD /x.png", "GET /x.png"]


def test_a_host_that_refuses_head_is_not_asked_by_head_again(ask: Asking) -> None:
    with running({"HEAD /1.png": reply(status="405 x"), "*": page()}) as server:
        images = "".join(f'<img src="{server.url(f"/{number}.png")}">' for number in (1, 2, 3))
        assert ask.check(images) == []
        assert sorted(server.asked) == ["GET /1.png", "GET /2.png", "GET /3.png", "HEAD /1.png"]


def test_an_address_that_is_both_page_and_image_is_asked_as_a_page(ask: Asking) -> None:
    with running({"*": page()}) as server:
        url = server.url("/x")
        assert ask.check(f'<img src="{url}"><a href="{url}">x</a>') == []
        assert server.asked == ["GET /x"]


def test_a_form_is_not_sent(ask: Asking) -> None:
    with running({"*": page()}) as server:
        assert ask.check(f'<form action="{server.url("/x")}"></form>') == []
        assert server.asked == []


# Hosts that are busy


def test_pauses_grow(ask: Asking) -> None:
    with running({"/x": [reply(status="502 x"), reply(status="502 x"), page()]}) as server:
        assert ask(server.url("/x")) == []
    assert ask.clock.slept == [0.5, 1.0]


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_host_gets_the_pause_it_asks_for(status: str, ask: Asking) -> None:
    with running({"/x": [reply(status=status, retry_after="7"), page()]}) as server:
        assert ask(server.url("/x")) == []
    assert sum(ask.clock.slept) == pytest.approx(7, abs=0.5)


def test_after_a_pause_a_host_is_asked_gently(ask: Asking) -> None:
    too_many = reply(status="429 x", retry_after="5")
    with running({"/0": [too_many, page()], "*": _after_a_moment(page())}) as server:
        assert ask(*(server.url(f"/{number}") for number in range(20))) == []
        assert server.most_at_once < 10
    assert sum(ask.clock.slept) >= 5 + 10


def test_a_host_that_wants_an_hour_is_left_alone(ask: Asking) -> None:
    ask.names = {"busy.test": ["127.0.0.1"], "free.test": ["127.0.0.1"]}
    too_many = reply(status="429 x", retry_after="3600")
    with running({"*": too_many}) as busy, running({"*": page()}) as free:
        found = ask(
            *(busy.url(f"/{number}", "busy.test") for number in range(5)),
            *(free.url(f"/{number}", "free.test") for number in range(5)),
        )
        assert len(busy.asked) == 1
        assert len(free.asked) == 5
    assert [line.partition("` ")[2] for line in found] == [
        "was not checked: its host asks to be left alone for 3600 seconds"
        " | try again later; what was answered is kept"
    ] * 5
    assert sum(ask.clock.slept) < 60


def test_a_host_that_is_always_busy_is_given_up(ask: Asking) -> None:
    ask.names = {"busy.test": ["127.0.0.1"]}
    with running({"*": reply(status="429 x", retry_after="1")}) as busy:
        found = ask(*(busy.url(f"/{number}", "busy.test") for number in range(30)))
        assert len(busy.asked) < 30
    assert len(found) == 30
    assert {line.split()[1] for line in found} == {"LINK616"}


def test_a_host_that_is_down_is_not_tried_for_each_of_its_pages(ask: Asking) -> None:
    looked_up = []

    def look_up(host: str) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    ask.look_up, ask.limits = look_up, Limits(connections=2)
    found = ask(*(f"http://down.test:1/{number}" for number in range(50)))
    assert len(found) == 50
    assert {line.partition("` ")[2] for line in found} == {
        "refuses the connection | try again later; if it stays so, link to something else"
    }
    assert len(ask.clock.slept) < 10


def test_other_addresses_of_a_host_are_tried(ask: Asking) -> None:
    ask.names = {"two.test": ["127.0.0.3", "127.0.0.1"]}
    with running({"*": page()}) as server:
        assert ask(server.url("/x", "two.test")) == []


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 12 ", 12),
        ("Thu, 01 Jan 1970 00:02:00 GMT", 20),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("²", None),
        ("Thu, 99 Jan 1970 00:02:00 GMT", None),
        ("1" * 400, float("inf")),
    ],
)
def test_retry_after_is_read(value: str, seconds: float | None) -> None:
    assert retry_after(value, now=100.0) == seconds

"""Answers are kept between runs, for as long as they are likely to hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.links.external.asking import Asking, FakeClock
from tests.links.external.servers import Server, page, redirect, reply, running

HOUR, DAY = 3_600, 86_400


@pytest.fixture
def keep(ask: Asking, tmp_path: Path) -> Asking:
    ask.cache = tmp_path / "kept"
    return ask


@pytest.fixture
def server() -> Iterator[Server]:
    answers = {
        "/good": page("<h1 id=a><h2 id=b>"),
        "/gone": reply(status="404 x"),
        "/wall": reply(status="403 x"),
        "/busy": reply(status="429 x", retry_after="9999"),
        "/moved": redirect("/good", "301 x"),
    }
    with running(answers) as server:
        yield server


@pytest.mark.parametrize(
    ("path", "seconds"),
    [("/good", 7 * DAY), ("/gone", HOUR), ("/wall", DAY)],
)
def test_good_answers_are_kept_for_longer_than_bad_ones(
    path: str, seconds: int, keep: Asking, server: Server
) -> None:
    url = server.url(path)
    first = keep(url)
    keep.clock.skip(seconds - 60)
    assert keep(url) == first
    assert len(server.asked) == 1
    keep.clock.skip(120)
    assert keep(url) == first
    assert len(server.asked) == 2


def test_where_a_page_moved_to_is_kept(keep: Asking, server: Server) -> None:
    url = server.url("/moved")
    help = f"link to `{server.url('/good')}` itself"
    assert keep(url) == keep(url) == [f"1: LINK401 `{url}` has moved for good | {help}"]
    assert len(server.asked) == 2


def test_what_says_nothing_is_not_kept(keep: Asking, server: Server) -> None:
    assert keep(server.url("/busy")) == keep(server.url("/busy"))
    assert len(server.asked) == 2


def test_anchors_are_kept_and_new_ones_asked_for(keep: Asking, server: Server) -> None:
    url = server.url("/good")
    assert len(keep(f"{url}#a", f"{url}#no")) == 1
    assert len(keep(f"{url}#no", f"{url}#a")) == 1
    assert len(server.asked) == 1
    assert keep(f"{url}#b") == []
    assert len(server.asked) == 2


def test_answer_to_an_image_says_nothing_of_a_page(keep: Asking, server: Server) -> None:
    keep.check(f'<img src="{server.url("/good")}">')
    assert keep(server.url("/good")) == []
    assert server.asked == ["HEAD /good", "GET /good"]


def test_answer_of_a_private_address_is_kept_apart(keep: Asking, server: Server) -> None:
    url = server.url("/good")
    assert keep(url) == []
    keep.allow_private = False
    assert keep(url)[0].startswith(f"1: LINK607 `{url}`")
    keep.allow_private = True
    assert keep(url) == []
    assert len(server.asked) == 1


def test_all_is_asked_anew_when_wanted(keep: Asking, server: Server) -> None:
    url = server.url("/good")
    keep(url)
    keep.fresh = True
    keep(url)
    assert len(server.asked) == 2
    keep.fresh = False
    keep(url)
    assert len(server.asked) == 2


def test_answers_of_the_future_are_not_believed(keep: Asking, server: Server) -> None:
    keep.clock.skip(DAY)
    keep(server.url("/good"))
    keep.clock = FakeClock()
    keep(server.url("/good"))
    assert len(server.asked) == 2


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\0" * 5_000])
def test_damaged_file_counts_as_none(damage: bytes, keep: Asking, server: Server) -> None:
    url = server.url("/good")
    keep(url)
    assert keep.cache
    for file in keep.cache.iterdir():
        file.write_bytes(file.read_bytes()[:40] + damage)
    assert keep(url) == []
    assert len(server.asked) == 2
    assert keep(url) == []
    assert len(server.asked) == 2


def test_folder_that_cannot_be_written_harms_nobody(
    keep: Asking, server: Server, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    keep.cache = tmp_path / "file" / "kept"
    assert keep(server.url("/good")) == []

"""Nothing private is asked unless that is wanted, whatever name or redirect leads there."""

import pytest

from guidekit.links.external import resolve
from guidekit.links.external.resolve import is_public, look_up
from tests.links.external.asking import Asking
from tests.links.external.servers import page, redirect, running

HELP = "link to something public; --allow-private checks it all the same"


def _private(target: str, address: str) -> str:
    what = f"leads to the private address {address}, which readers elsewhere cannot reach"
    return f"1: LINK607 `{target}` {what} | {HELP}"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "LOCALHOST",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "127.1",
        "127。0。0。1",
        "0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::7f00:1]",
        "10.1.2.3",
        "169.254.169.254",
        "[fd00::1]",
        "user@127.0.0.1",
    ],
)
def test_every_way_to_write_a_private_address_is_refused(host: str, ask: Asking) -> None:
    ask.allow_private = False
    with running({"*": page()}) as server:
        target = f"http://{host}:{server.port}/"
        (found,) = ask.with_system_names()(target)
        assert found.startswith(f"1: LINK607 `{target}` leads to ")
        assert found.endswith(f"which readers elsewhere cannot reach | {HELP}")
        assert server.asked == []


def test_address_that_only_browsers_understand_is_not_asked(ask: Asking) -> None:
    with running({"*": page()}) as server:
        (found,) = ask(server.url("/", "0177.0.0.1"))
        assert "LINK302" in found
        assert server.asked == []


def test_name_of_a_private_address_is_refused(ask: Asking) -> None:
    ask.allow_private, ask.names = False, {"inside.test": ["127.0.0.1"]}
    with running({"*": page()}) as server:
        target = server.url("/", "inside.test")
        assert ask(target) == [_private(target, "127.0.0.1")]
        assert server.asked == []


@pytest.fixture
def _first_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take 127.0.0.1 for public, as no test can ask anything that is."""
    monkeypatch.setattr(resolve, "is_public", lambda address: address == "127.0.0.1")


@pytest.mark.usefixtures("_first_is_public")
def test_redirect_to_a_private_address_is_refused(ask: Asking) -> None:
    ask.allow_private = False
    with running({"*": page()}, address="127.0.0.2") as inside:
        secret = inside.url("/secret", "127.0.0.2")
        with running({"/x": redirect(secret)}) as outside:
            ask.names = {"127.0.0.2": ["127.0.0.2"]}
            assert ask(outside.url("/x")) == [
                f"1: LINK607 `{outside.url('/x')}` leads through a redirect to `{secret}`,"
                " which leads to a private address, which readers elsewhere cannot reach"
                f" | {HELP}"
            ]
        assert inside.asked == []


@pytest.mark.usefixtures("_first_is_public")
def test_name_that_changes_its_address_is_asked_at_the_first(ask: Asking) -> None:
    ask.allow_private = False
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    ask.look_up = lambda _: next(answers)
    with running({"/x": redirect("/y"), "/y": page()}) as server:
        assert ask(server.url("/x", "rebinding.test")) == []
        assert server.asked == ["GET /x", "GET /y"]


@pytest.mark.usefixtures("_first_is_public")
def test_of_two_addresses_the_public_one_is_asked(ask: Asking) -> None:
    ask.allow_private, ask.names = False, {"both.test": ["127.0.0.2", "127.0.0.1"]}
    with running({"/x": page()}) as server:
        assert ask(server.url("/x", "both.test")) == []


def test_private_addresses_are_asked_when_wanted(ask: Asking) -> None:
    with running({"/x": page()}) as server:
        assert ask(server.url("/x")) == []
        assert server.asked == ["GET /x"]


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.1.1",
        "172.16.0.1",
        "192.168.0.1",
        "198.18.0.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "fc00::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
    ],
)
def test_is_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.216.34", "::ffff:8.8.8.8", "64:ff9b::808:808", "2606:4700::1111"],
)
def test_is_public(address: str) -> None:
    assert is_public(address)


def test_system_finds_the_addresses_of_a_name() -> None:
    assert {"127.0.0.1", "::1"} & set(look_up("localhost"))

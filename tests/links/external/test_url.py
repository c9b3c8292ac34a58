"""Addresses are put into the form that httpx gives them, also where it is not asked."""

import subprocess
import sys

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidekit.links.external.url import Url, parse_url

_PIECES = [
    *("http", "https", "HTTP", "mailto", ":", "://", "//", "/", ".", "..", "?", "#", "%", "%41"),
    *("%zz", "@", "a", "A", "é", "xn--a", "xn--bcher-kva", "1", "127.0.0.1", "256", "0", ":80"),
    *(":443", ":8080", ":99999", ":0", "[::1]", "-", "_", "~", " ", "\n", "\\", "{", "b.test"),
    *("&", "=", "+", ";", "٣"),
]
_ends = st.lists(st.sampled_from(_PIECES)).map("".join)
_hosts = st.sampled_from(["a.test", "127.0.0.1", "A.test", "xn--a.b", "01.2.3.4", "1.2.3", "h"])
_texts = _ends | st.builds("{}://{}{}".format, st.sampled_from(["http", "https"]), _hosts, _ends)


def _by_httpx(text: str, base: str | None = None) -> Url | None:
    try:
        url = httpx.URL(base).join(text) if base else httpx.URL(text)
        if url.scheme in ("http", "https") and not (url.host and (url.port or 0) < 65536):
            return None
    except (httpx.InvalidURL, ValueError):
        return None
    return Url(str(url), url.scheme, url.raw_host.decode(), url.port, url.raw_path.decode())


@given(_texts)
@example("http://a.test:80?")
@example("https://a.test:80/a/../b?c#d")
@example("http://xn--a/")
@example("http://a.test/٣")
def test_address_has_its_normal_form(text: str) -> None:
    assert parse_url(text) == _by_httpx(text)


@given(_texts, st.sampled_from(["http://a.test", "https://127.0.0.1:8080/b/c?d#e"]))
@example("/a//b/./c", "http://a.test/x")
@example("", "http://a.test/x#y")
def test_redirect_leads_where_it_says(text: str, base: str) -> None:
    start = parse_url(base)
    assert start
    assert parse_url(text, start) == _by_httpx(text, base)


@given(_texts)
def test_parts_are_those_of_the_address(text: str) -> None:
    url = parse_url(text)
    if url:
        other = httpx.URL(text)
        assert (url.path, url.query) == (other.path, other.query.decode())
        assert url.netloc == other.netloc.decode()


@pytest.mark.parametrize("text", ["http://a.test/b-c?d=e#f", "https://127.0.0.1:8443/%20"])
def test_plain_address_needs_no_client_to_be_read(text: str) -> None:
    script = (
        "import sys; from guidekit.links.external.url import parse_url;"
        f" parse_url('/x', parse_url({text!r})); sys.exit('httpx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

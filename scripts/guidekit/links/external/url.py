"""Addresses that can be asked, in their normal form.

httpx puts any address into that form. Nearly all are in it already, and it takes a tenth of a
second to load, so it is left alone until an address needs it.
"""

import re
from typing import NamedTuple
from urllib.parse import unquote, urljoin

WEB = ("http", "https")
_OWN_PORTS = {"http": 80, "https": 443}
_HIGHEST_PORT = 65_535
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_HOST = rf"(?:[a-z\d-]+\.)*[a-z][a-z\d-]*|{_OCTET}(?:\.{_OCTET}){{3}}"
_PATH = r"(?:/(?!\.)(?:[\w~!$&'()*+,;=:@.-]|%[\da-fA-F]{2})*)*"
_AFTER = r"(?:[\w~!$&'()*+,;=:@./?-]|%[\da-fA-F]{2})*"
_TAIL = rf"(?P<path>{_PATH})(?P<query>(?:\?{_AFTER})?)(?P<fragment>(?:#{_AFTER})?)"
_NORMAL = re.compile(
    rf"(?P<scheme>https?)://(?P<host>{_HOST})(?P<port>(?::[1-9]\d{{0,4}})?){_TAIL}", re.ASCII
)
_NORMAL_TAIL = re.compile(rf"(?!//|$){_TAIL}", re.ASCII)
_ENCODED = "xn--"  # a label that may be encoded badly


class Url(NamedTuple):
    """An address. `host` is ASCII and without brackets, `port` None for that of the scheme."""

    text: str
    scheme: str
    host: str
    port: int | None
    target: str  # path and query, as a request names them

    def __str__(self) -> str:
        return self.text

    @property
    def path(self) -> str:
        """The path without escapes."""
        return unquote(self.target.partition("?")[0])

    @property
    def query(self) -> str:
        """What follows the first question mark."""
        return self.target.partition("?")[2]

    @property
    def netloc(self) -> str:
        """The host, and the port where it is not that of the scheme."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"


def parse_url(text: str, base: Url | None = None) -> Url | None:
    """Return an address that can be asked, or handed to another program; None for no such."""
    if base and _NORMAL_TAIL.fullmatch(text):
        text = urljoin(base.text, text)
    match = _NORMAL.fullmatch(text)
    url = _matched(match) if match and _ENCODED not in match["host"] else _normal(text, base)
    is_usable = url and (url.scheme not in WEB or (url.host and (url.port or 0) <= _HIGHEST_PORT))
    return url if is_usable else None


def _matched(match: re.Match[str]) -> Url:
    scheme, host, port, path, query, fragment = match.groups()
    number = int(port[1:]) if port else None
    if number == _OWN_PORTS[scheme]:
        number, port = None, ""
    text = f"{scheme}://{host}{port}{path}{query}{fragment}"
    return Url(text, scheme, host, number, f"{path or '/'}{query}")


def _normal(text: str, base: Url | None) -> Url | None:
    import httpx

    try:
        url = httpx.URL(base.text).join(text) if base else httpx.URL(text)
        _ = url.host  # refuses what is encoded badly
    except (httpx.InvalidURL, ValueError):
        return None
    host, target = url.raw_host.decode("ascii"), url.raw_path.decode("ascii")
    return Url(str(url), url.scheme, host, url.port, target)

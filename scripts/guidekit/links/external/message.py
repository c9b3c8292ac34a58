"""What is sent to a host and what comes back, in whichever version of HTTP."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from guidekit.links.external.url import Url

Fields = list[tuple[bytes, bytes]]


class Request(NamedTuple):
    """A request without a body; `fields` hold `Host` too."""

    method: str
    url: Url
    fields: Fields


class Body(Protocol):
    """The bytes of an answer as they come."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    async def aclose(self) -> None:
        """Say that no more of them are wanted."""


@dataclass(frozen=True, slots=True)
class Response:
    """The head of an answer: `headers` by their names in lower case, `fields` as they came."""

    status: int
    fields: Fields
    headers: dict[str, str]
    body: Body
    is_http2: bool = False


class UnavailableError(Exception):
    """A connection that was closed before a request could begin on it."""


class Connection(Protocol):
    """Carries requests."""

    @property
    def is_usable(self) -> bool:
        """Whether a request may begin now."""

    async def ask(self, request: Request) -> Response:
        """Send a request, and return the head of its answer."""

    async def retire(self) -> None:
        """Close the connection as soon as nobody reads from it."""


def headers(fields: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return the values by their names; those of one name are joined by commas."""
    found: dict[str, str] = {}
    for name, value in fields:
        key, text = name.decode("latin-1").lower(), _text(value)
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")

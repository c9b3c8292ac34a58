"""What goes with one address on all its redirects."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from guidekit.links.external.message import Response
from guidekit.links.external.url import Url

if TYPE_CHECKING:
    import httpx


class Visit:
    """How much time is `left`, and the cookies that were given on the way."""

    def __init__(self, left: float) -> None:
        self.left = left
        self._kept: httpx.Cookies | None = None  # most addresses give none

    @property
    def state(self) -> str:
        """All cookies, to tell whether an address may answer differently from the last time."""
        return str(self._kept or "")

    def cookies(self, url: Url) -> Iterator[tuple[bytes, bytes]]:
        """Yield the header for a request to `url`, if there is any."""
        if self._kept:
            import httpx

            request = httpx.Request("GET", url.text)
            self._kept.set_cookie_header(request)
            if "cookie" in request.headers:
                yield b"Cookie", request.headers["cookie"].encode()

    def keep_cookies(self, url: Url, response: Response) -> None:
        """Keep the cookies that `url` gave."""
        import httpx

        if self._kept is None:
            self._kept = httpx.Cookies()
        request = httpx.Request("GET", url.text)
        self._kept.extract_cookies(
            httpx.Response(response.status, headers=response.fields, request=request)
        )

"""Asks again where that may help, with growing pauses, and HEAD before GET where that will do."""

from contextlib import AbstractAsyncContextManager

from guidekit.links.external.clock import Clock
from guidekit.links.external.fetch import Fetcher, Reply
from guidekit.links.external.limits import Limits
from guidekit.links.external.trouble import Trouble
from guidekit.links.external.url import Url
from guidekit.links.external.visit import Visit

TOO_MANY = 429
_PASSING = {TOO_MANY, 500, 502, 503, 504, *range(520, 528)}  # the last are Cloudflare's
_FIRST_PAUSE = 0.5  # seconds, doubled each time


class Asker:
    """Gets an answer if there is one to be had."""

    def __init__(self, fetcher: Fetcher, limits: Limits, clock: Clock) -> None:
        self._fetcher, self._limits, self._clock = fetcher, limits, clock

    def stay(self, url: Url) -> AbstractAsyncContextManager[None]:
        """Keep the connections of a host open inside of a `with` statement."""
        return self._fetcher.host(url).stay()

    async def ask(self, visit: Visit, url: Url, *, is_page: bool) -> Reply:
        """Return what is answered at `url`; raises Trouble when nothing usable is.

        A page is asked for by GET, since its text is needed: one request says all.
        """
        host = self._fetcher.host(url)
        async with host.in_line():
            try:
                if not is_page and not host.refuses_head:
                    reply = await self._ask_head(visit, url)
                    if reply:
                        return reply
                return await self._ask_get(visit, url)
            except Trouble as error:
                if error.of_host and not host.answers:
                    host.give_up(error)
                raise

    async def _ask_head(self, visit: Visit, url: Url) -> Reply | None:
        """Return the answer to HEAD; None when GET may be answered better, as it often is."""
        reply = await self._try(visit, "HEAD", url)
        if reply is None:
            return None
        if reply.status == TOO_MANY:
            self._slow_down(url, reply, 0)
        self._fetcher.host(url).refuses_head |= reply.status in (405, 501)
        return reply if reply.status < 400 else None

    async def _ask_get(self, visit: Visit, url: Url) -> Reply:
        for attempt in range(self._limits.tries - 1):
            reply = await self._try(visit, "GET", url)
            if reply and reply.status not in _PASSING:
                return reply
            if reply and (reply.status == TOO_MANY or "retry-after" in reply.headers):
                self._slow_down(url, reply, attempt)
            else:
                await self._clock.sleep(self._pause(attempt))
        return await self._fetcher.fetch(visit, "GET", url)

    async def _try(self, visit: Visit, method: str, url: Url) -> Reply | None:
        """Return the answer, None when another try may bring one."""
        try:
            return await self._fetcher.fetch(visit, method, url)
        except Trouble as error:
            if not error.passing:
                raise
            if not error.of_host:
                self._fetcher.host(url).let_others_in()
            return None

    def _pause(self, attempt: int) -> float:
        return _FIRST_PAUSE * 2.0**attempt * self._clock.jitter()

    def _slow_down(self, url: Url, reply: Reply, attempt: int) -> None:
        asked = retry_after(reply.headers.get("retry-after", ""), self._clock.date())
        pause = self._pause(attempt) if asked is None else asked
        host = self._fetcher.host(url)
        host.slow_down(pause)
        host.let_others_in()


def retry_after(value: str, now: float) -> float | None:
    """Return the seconds that `Retry-After` asks for; None when it says nothing of use."""
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return float(value)
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, OverflowError):
        return None

"""Follows redirects to where a reader would end up."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from guidekit.links.external.fetch import Reply
from guidekit.links.external.limits import Limits
from guidekit.links.external.retry import Asker
from guidekit.links.external.trouble import (
    AGAIN,
    BROKEN,
    LOOP,
    REFUSED,
    REPLACE,
    Note,
    Trouble,
)
from guidekit.links.external.url import WEB, Url, parse_url
from guidekit.links.external.visit import Visit
from guidekit.links.text import show

_PERMANENT = {301, 308}
_REDIRECTS = _PERMANENT | {302, 303, 307}
# Browsers refuse to be sent to these; others, such as mailto:, they hand to a program.
_NEVER_OPENED = {"file", "javascript", "data", "about", "blob", "view-source"}


@dataclass(slots=True)
class Journey:
    """Where an address leads. `steps` are the addresses after each redirect."""

    start: Url
    steps: list[Url] = field(default_factory=list)
    moved: Url | None = None  # where the permanent redirects at its beginning end
    reply: Reply | None = None  # None when it ends in a trouble, or outside of the web
    trouble: Trouble | None = None

    @property
    def end(self) -> Url:
        """The last address."""
        return self.steps[-1] if self.steps else self.start


class Traveller:
    """Follows addresses."""

    def __init__(self, asker: Asker, limits: Limits) -> None:
        self._asker, self._limits = asker, limits

    async def follow(self, url: Url, *, is_page: bool) -> Journey:
        """Return how far one gets from `url`."""
        journey = Journey(url)
        try:
            async with AsyncExitStack() as stays:
                await self._go(journey, stays, is_page=is_page)
        except Trouble as trouble:
            journey.trouble = trouble
        return journey

    async def _go(self, journey: Journey, stays: AsyncExitStack, *, is_page: bool) -> None:
        visit, seen = Visit(self._limits.address), set[tuple[str, str]]()
        is_permanent = True
        while journey.end.scheme in WEB:
            # A cookie given on the way may be what ends a redirect to the same address.
            here = (str(journey.end).partition("#")[0], visit.state)
            if here in seen or len(journey.steps) > self._limits.hops:
                raise Trouble(_LOOP)
            seen.add(here)
            await stays.enter_async_context(self._asker.stay(journey.end))
            reply = await self._asker.ask(visit, journey.end, is_page=is_page)
            if reply.status not in _REDIRECTS:
                journey.reply = reply
                return
            journey.steps.append(_target(journey.end, reply))
            is_permanent &= reply.status in _PERMANENT
            if is_permanent:
                journey.moved = journey.end


_LOOP = Note(LOOP, "leads into redirects that never end", REPLACE)


def _target(here: Url, reply: Reply) -> Url:
    location = reply.headers.get("location")
    if location is None:
        raise Trouble(Note(BROKEN, "redirects without saying where to", AGAIN))
    target = parse_url(location, here)
    if target is None:
        what = f"redirects to `{show(location)}`, which is not an address"
        raise Trouble(Note(BROKEN, what, AGAIN))
    if target.scheme in _NEVER_OPENED:
        what = f"redirects to `{show(location)}`, which browsers refuse"
        raise Trouble(Note(REFUSED, what, REPLACE))
    return target

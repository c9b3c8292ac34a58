"""One host: its connections, and manners towards it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass

from guidekit.links.external.clock import Clock
from guidekit.links.external.lane import Lane
from guidekit.links.external.limits import Limits
from guidekit.links.external.trouble import NOT_CHECKED, Note, Trouble

_GAP = 1.0  # seconds between requests to a host that found them too many
_SLICE = 1.0  # seconds that a pause can outlast its reason

MakeLane = Callable[[], Lane]


@dataclass(frozen=True, slots=True)
class Means:
    """What all hosts have in common; `is_crowded` says when to close connections after use."""

    limits: Limits
    clock: Clock
    is_crowded: Callable[[], bool]


class Host:
    """One scheme, host and port.

    The first address is asked alone: it tells whether anything answers there at all, and
    whether one connection carries all the others (HTTP/2). A host that asks for fewer
    requests gets them one by one, after the pause that it asked for.
    """

    def __init__(self, make_lane: MakeLane, means: Means) -> None:
        self._make_lane, self._is_crowded = make_lane, means.is_crowded
        self._limits, self._clock = means.limits, means.clock
        self._turns = asyncio.Semaphore(means.limits.connections)
        self._is_being_tried, self._was_tried = False, asyncio.Event()
        self._gentle = asyncio.Lock()
        self._idle: list[Lane] = []
        self._shared: Lane | None = None
        self._guests = 0
        self._next_start = self._pause_end = self._gap = 0.0
        self._pauses = 0
        self.answers = False
        self.refuses_head = False
        self.trouble: Trouble | None = None  # that every request there would meet

    @asynccontextmanager
    async def stay(self) -> AsyncIterator[None]:
        """Keep connections open for as long as somebody stays, so that redirects can use them."""
        self._guests += 1
        try:
            yield
        finally:
            self._guests -= 1
            if not self._guests:
                await self._close()

    @asynccontextmanager
    async def in_line(self) -> AsyncIterator[None]:
        """Let the first go in, and the others when it comes out or says `let_others_in`."""
        if self._is_being_tried:
            await self._was_tried.wait()
        self._is_being_tried = True
        try:
            yield
        finally:
            self.let_others_in()

    def let_others_in(self) -> None:
        """Tell that the host is there, whatever becomes of the first address."""
        self._was_tried.set()

    @asynccontextmanager
    async def lane(self) -> AsyncIterator[Lane]:
        """Wait for a turn, then lend a connection; raises the host's Trouble if it has one."""
        async with self._turns, self._one_by_one():
            await self._wait()
            if self.trouble:
                raise self.trouble
            lane = self._shared or (self._idle.pop() if self._idle else self._make_lane())
            try:
                yield lane
            finally:
                if lane is not self._shared:
                    self._idle.append(lane)
                    if self._is_crowded():
                        await lane.aclose()

    def give_up(self, trouble: Trouble) -> None:
        """Let nobody else try: they would meet the same."""
        self.trouble = Trouble(trouble.note, of_host=True)

    def answered(self, lane: Lane, *, is_http2: bool) -> None:
        """Take note that the host answered on this connection, and in which HTTP version."""
        self.answers = True
        if is_http2 and self._shared is None:
            self._shared = lane

    def slow_down(self, seconds: float) -> None:
        """Leave the host alone for a while, and go gently afterwards."""
        now = self._clock.now()
        if now >= self._pause_end:
            self._pauses += 1
        self._gap = _GAP
        self._pause_end = max(self._pause_end, now + seconds)
        self._next_start = max(self._next_start, self._pause_end)
        if seconds > self._limits.longest_pause or self._pauses > self._limits.pauses:
            self.trouble = too_many(seconds)

    def _one_by_one(self) -> AbstractAsyncContextManager[object]:
        return self._gentle if self._gap else nullcontext()

    async def _wait(self) -> None:
        start = max(self._next_start, self._clock.now())
        if self._gap:
            self._next_start = start + self._gap
        while (left := start - self._clock.now()) > 0 and not self.trouble:
            await self._clock.sleep(min(left, _SLICE))

    async def _close(self) -> None:
        lanes = [*self._idle, *([self._shared] if self._shared else [])]
        self._idle, self._shared = [], None
        for lane in lanes:
            await lane.aclose()


def too_many(seconds: float) -> Trouble:
    """Return the trouble with a host that wants no more requests."""
    what = f"was not checked: its host asks to be left alone for {seconds:.0f} seconds"
    return Trouble(Note(NOT_CHECKED, what, "try again later; what was answered is kept"))

"""Time as the checker sees it, so that a test need not wait."""

import asyncio
import random
import time


class Clock:
    """The real time."""

    def now(self) -> float:
        """Return seconds that only ever grow."""
        return time.monotonic()

    def date(self) -> float:
        """Return seconds since 1970, which outlast this run."""
        return time.time()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    def jitter(self) -> float:
        """Return a factor around 1, so that not everybody comes back at the same moment."""
        return random.uniform(0.5, 1.5)  # noqa: S311  (no secret)

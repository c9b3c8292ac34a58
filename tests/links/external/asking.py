"""Asks servers on loopback through the link checker, without waiting."""

import asyncio
import io
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from guidekit.diagnostics import Diagnostic
from guidekit.links import check_links
from guidekit.links.external import Clock, Ignored, Limits, Options, Progress, WebChecker
from guidekit.links.external.resolve import LookUp, look_up

# Names that lead to loopback; every other name leads nowhere.
LOOPBACK = {"127.0.0.1": ["127.0.0.1"], "::1": ["::1"], "localhost": ["127.0.0.1"]}
# For servers that never answer; the others may take their time on a slow machine.
SHORT = Limits(read=1.0, request=1.5, tries=1)


class FakeClock(Clock):
    """Sleeps at once, and then it is later. `slept` holds for how long each time."""

    def __init__(self, date: float = 1_800_000_000.0) -> None:
        self.slept: list[float] = []
        self._skipped, self._date = 0.0, date

    def now(self) -> float:
        return time.monotonic() + self._skipped

    def date(self) -> float:
        return self._date + self._skipped

    def skip(self, seconds: float) -> None:
        self._skipped += seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.skip(seconds)
        await asyncio.sleep(0)

    def jitter(self) -> float:
        return 1.0


@dataclass
class Asking:
    """How to ask; what is left out is as the command line has it."""

    root: Path
    limits: Limits = field(default_factory=Limits)
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    allow_private: bool = True
    ignored: Sequence[Ignored] = ()
    cache: Path | None = None
    fresh: bool = False
    clock: FakeClock = field(default_factory=FakeClock)
    stream: io.StringIO = field(default_factory=io.StringIO)
    web: WebChecker | None = None
    look_up: LookUp | None = None

    def with_system_names(self) -> "Asking":
        """Look names up as the command line does."""
        self.look_up = look_up
        return self

    def __call__(self, *targets: str) -> list[str]:
        """Return what is found when a page links to `targets`, each on a line of its own."""
        return [
            f"{problem.span.line}: {problem.code} {problem.message} | {problem.help}"
            for problem in self.check("".join(f'<a href="{target}">x</a>\n' for target in targets))
        ]

    def check(self, body: str) -> list[Diagnostic]:
        """Return what is found on a page that holds `body`."""
        (self.root / "site").mkdir(exist_ok=True)
        (self.root / "site/index.html").write_text(body)
        options = Options(
            agent="guidekit/test",
            allow_private=self.allow_private,
            ignored=self.ignored,
            cache=self.cache,
            fresh=self.fresh,
            limits=self.limits,
            look_up=self.look_up or self._look_up,
        )
        self.web = WebChecker(options, Progress(self.stream, self.clock), self.clock)
        # The browser's tests leave a loop of events running in the thread that tests run in.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(self._check_site).result()

    def _check_site(self) -> list[Diagnostic]:
        found = check_links(self.root / "site", site_url="http://site.test/", web=self.web)
        return [*found, *self.web.problems()]

    def _look_up(self, host: str) -> list[str]:
        known = {**LOOPBACK, **self.names}
        if host not in known:
            raise OSError(f"no host {host}")
        return list(known[host])

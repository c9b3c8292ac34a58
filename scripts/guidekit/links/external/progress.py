"""Shows how far a check has come: a bar on a terminal, a line now and then elsewhere."""

import os
import shutil
from typing import TextIO

from guidekit.links.external.clock import Clock

_BAR = 24  # characters
_BETWEEN_FRAMES, _BETWEEN_LINES = 0.1, 15.0  # seconds


class Progress:
    """Writes to `stream`, which is best standard error: results go to standard output."""

    def __init__(self, stream: TextIO, clock: Clock) -> None:
        self._stream, self._clock = stream, clock
        self._is_terminal = stream.isatty() and os.environ.get("TERM") != "dumb"
        self._pause = _BETWEEN_FRAMES if self._is_terminal else _BETWEEN_LINES
        self._total = self._done = self._faulty = 0
        self._last = 0.0

    def start(self, total: int) -> None:
        """Begin to count up to `total` addresses."""
        self._total, self._last = total, self._clock.now()
        if self._is_terminal:
            self._draw("")

    def step(self, url: str, *, is_faulty: bool) -> None:
        """Count one address as checked."""
        self._done += 1
        self._faulty += is_faulty
        now = self._clock.now()
        if now - self._last < self._pause:
            return
        self._last = now
        if self._is_terminal:
            self._draw(url)
        else:
            self._stream.write(f"{self._words()}\n")

    def finish(self) -> None:
        """Leave the terminal as it was, and one line elsewhere."""
        if self._is_terminal:
            self._stream.write("\r\x1b[K")
        else:
            self._stream.write(f"{self._words()}\n")
        self._stream.flush()

    def _words(self) -> str:
        return f"Asked {self._done} of {self._total} web addresses, {self._faulty} with problems"

    def _draw(self, url: str) -> None:
        filled = _BAR * self._done // max(1, self._total)
        line = f"[{'#' * filled}{'.' * (_BAR - filled)}] {self._words()}  {url}"
        plain = "".join(letter if letter.isprintable() else "?" for letter in line)
        self._stream.write(f"\r{plain[: shutil.get_terminal_size().columns - 1]}\x1b[K")
        self._stream.flush()

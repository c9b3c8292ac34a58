"""How far a check has come is shown: a bar on a terminal, lines elsewhere."""

import io

import pytest

from guidekit.links.external import Progress
from tests.links.external.asking import FakeClock


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _run(stream: io.StringIO, seconds: float) -> str:
    clock = FakeClock()
    progress = Progress(stream, clock)
    progress.start(4)
    for number in range(4):
        clock.skip(seconds)
        progress.step(f"https://example.org/{number}\x1b[31m", is_faulty=number == 2)
    progress.finish()
    return stream.getvalue()


def test_bar_fills_on_a_terminal_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    frames = _run(Terminal(), 1).split("\r")
    assert frames[1:] == [
        "[........................] Asked 0 of 4 web addresses, 0 with problems  \x1b[K",
        "[######..................] Asked 1 of 4 web addresses, 0 with problems"
        "  https://example.org/0?[31m\x1b[K",
        "[############............] Asked 2 of 4 web addresses, 0 with problems"
        "  https://example.org/1?[31m\x1b[K",
        "[##################......] Asked 3 of 4 web addresses, 1 with problems"
        "  https://example.org/2?[31m\x1b[K",
        "[########################] Asked 4 of 4 web addresses, 1 with problems"
        "  https://example.org/3?[31m\x1b[K",
        "\x1b[K",
    ]


def test_bar_stays_in_one_line_of_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    assert all(len(frame.removesuffix("\x1b[K")) < 40 for frame in _run(Terminal(), 1).split("\r"))


def test_terminal_is_not_redrawn_for_each_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert _run(Terminal(), 0.001).count("\r") == 2


def test_lines_are_few_elsewhere() -> None:
    last = "Asked 4 of 4 web addresses, 1 with problems\n"
    assert _run(io.StringIO(), 1) == last
    assert _run(io.StringIO(), 8) == ("Asked 2 of 4 web addresses, 0 with problems\n" + last + last)


def test_terminal_that_cannot_move_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\r" not in _run(Terminal(), 1)

"""Source text that knows where it is."""

from dataclasses import dataclass
from functools import cached_property

from guidekit.diagnostics import Span


@dataclass(frozen=True)
class SourceText:
    """The text of one file, and the name under which problems in it are reported."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        r"""The lines without their line breaks; only \n, \r\n and \r end a line."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def span(self, line: int, column: int = 1) -> Span:
        """Return the place at `line` and `column`, both counted from 1."""
        return Span(self.path, line, column)

"""The lines of a page, told apart: fences, code and prose.

The one place that decides what is inside a fence. The checks use it on whole files, the
Markdown extension on the body of a page, so both see the same emails and questions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Rule

INTERACTIVE = ("email", "reflect")

UNCLOSED_FENCE = Rule(
    "FENCE101",
    "unclosed-fence",
    "A fence without an end is published as raw text, and swallows the rest of the page.",
    example="guide",
    valid=("```text\nHello\n```\n",),
    invalid=("```text\nHello\n",),
)
INDENTED_FENCE = Rule(
    "FENCE102",
    "indented-fence",
    "An email or a question inside a list or a quote would be published as raw text.",
    example="guide",
    valid=("```reflect\nWhat went well? {#went-well}\n```\n",),
    invalid=("- one\n\n    ```reflect\n    What went well? {#went-well}\n    ```\n",),
)
RULES = (UNCLOSED_FENCE, INDENTED_FENCE)

# No angle brackets and no two hyphens inside: nothing in a comment can end it early.
COMMENT = re.compile(r"[ \t]*<!-- guidekit: (?P<words>(?:(?!--)[^<>])+) -->[ \t]*")
_OPENING = re.compile(r"^(?P<indent>[ \t>]*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$")
_CONTAINER_START = re.compile(r"^[ ]{0,3}(?:[-*+][ \t]|\d{1,9}[.)][ \t]|!!!|\?\?\?|>)")


@dataclass
class Fence:
    """A fenced block.

    `line` is the line of its opening mark, `lines` what is inside, `closing` the line of its
    closing mark as written.
    """

    info: str
    line: int
    indent: str = ""
    mark: str = "```"
    lines: list[str] = field(default_factory=list)
    closed: bool = False
    closing: str = ""

    @property
    def kind(self) -> str:
        """The first word of the info string: the language, `email` or `reflect`."""
        return self.info.split()[0].lower() if self.info else ""

    @property
    def is_interactive(self) -> bool:
        """Whether this is an email or questions, at a place where they work."""
        return self.kind in INTERACTIVE and self.closed and not self.indent

    @property
    def last_line(self) -> int:
        """The line of the closing mark."""
        return self.line + len(self.lines) + 1


@dataclass(frozen=True)
class Prose:
    """A line outside all fences and indented code."""

    line: int
    text: str


@dataclass
class Blocks:
    """All of a page below the front matter, in order.

    `code` are the lines of indented code, `comments` those that are a comment to guidekit.
    """

    fences: list[Fence]
    prose: list[Prose]
    code: list[Prose] = field(default_factory=list)
    comments: list[Prose] = field(default_factory=list)


def scan_blocks(source: SourceText, first_line: int = 1) -> tuple[Blocks, list[Diagnostic]]:
    """Tell the lines of `source` from `first_line` on apart."""
    blocks = Blocks([], [])
    code = _IndentedCode()
    lines = iter(enumerate(source.lines[first_line - 1 :], first_line))
    for number, line in lines:
        opening = _OPENING.match(line)
        if opening and not (code.is_code(line) and opening["info"].strip() not in INTERACTIVE):
            blocks.fences.append(_read_fence(opening, number, lines))
        elif COMMENT.fullmatch(line) and not code.is_code(line):
            blocks.comments.append(Prose(number, line))
        else:
            kind = blocks.code if code.sees(line) else blocks.prose
            kind.append(Prose(number, line))
    return blocks, list(_fence_problems(blocks.fences, source))


def _read_fence(opening: re.Match[str], number: int, lines: Iterator[tuple[int, str]]) -> Fence:
    mark = opening["mark"]
    fence = Fence(opening["info"].strip(), number, opening["indent"], mark)
    closing = re.compile(rf"^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    for _, line in lines:
        if closing.match(line):
            fence.closed, fence.closing = True, line
            break
        fence.lines.append(line)
    return fence


class _IndentedCode:
    """Follows which indented lines are code: those that no list, note or quote holds."""

    def __init__(self) -> None:
        self._in_container = False
        self._after_blank = True

    def is_code(self, line: str) -> bool:
        return line.startswith(("    ", "\t")) and self._after_blank and not self._in_container

    def sees(self, line: str) -> bool:
        """Take the next line into account; returns whether it is code."""
        if not line.strip():
            self._after_blank = True
            return False
        if self.is_code(line):
            return True
        if not line.startswith((" ", "\t")):
            self._in_container = bool(_CONTAINER_START.match(line)) or (
                self._in_container and not self._after_blank
            )
        self._after_blank = False
        return False


def _fence_problems(fences: list[Fence], source: SourceText) -> Iterator[Diagnostic]:
    for fence in fences:
        span = source.span(fence.line, len(fence.indent) + 1)
        if not fence.closed:
            yield UNCLOSED_FENCE.at(
                span,
                f"the {fence.kind or 'code'} fence opened here never ends",
                "write a line of the same marks, ``` for example, where it ends",
            )
        elif fence.kind in INTERACTIVE and fence.indent:
            yield INDENTED_FENCE.at(
                span,
                f"the {fence.kind} fence does not begin at the start of its line",
                "move the whole fence to the left edge, outside the list or quote",
            )

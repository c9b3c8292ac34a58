"""Fences that every program reads alike: what one takes for code, another would publish.

The engine's fences (superfences) and ours agree on plain ones only. On the others they differ,
and text that one of them leaves outside would be Markdown that no check has read.
"""

import re
from collections.abc import Iterator

from guidekit.content.blocks import INTERACTIVE, Blocks, Fence
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Rule

UNCLEAR_FENCE = Rule(
    "FENCE103",
    "unclear-fence",
    "Programs read such a fence in different ways, and what one takes for code another publishes.",
    example="guide",
    valid=(
        "```text\n<b>\n```\n",
        "- one\n\n    ```\n    <b>\n\n    ```\n",
        "> ```text\n> <b>\n>\n> ```\n",
        "````text\n```\n````\n",
    ),
    invalid=(
        '```text title="Look"\n<b>\n```\n',
        "```{.text onclick=run}\n<b>\n```\n",
        "```text\n<b>\n````\n",
        "- one\n\n    ```text\n  <b>\n    ```\n",
        "```x``` and more\n",
        "    code\nwords\n```text\n<b>\n```\n",
    ),
)
RULES = (UNCLEAR_FENCE,)

_MARK = re.compile(r"^[ \t>]*(?:`{3,}|~{3,})")
_ONE_WORD = re.compile(r"[A-Za-z0-9+#.-]*")


def check_fences(blocks: Blocks, source: SourceText) -> Iterator[Diagnostic]:
    """Find fences that the engine may read in another way, and marks that are no fence."""
    for fence in blocks.fences:
        if fence.closed and not (fence.kind in INTERACTIVE and fence.indent):
            yield from _check_fence(fence, source)
    for line in [*blocks.prose, *blocks.code]:
        if _MARK.match(line.text):
            help = "for code in a line use one ` on each side; marks of a fence stand alone"
            yield UNCLEAR_FENCE.at(source.span(line.line), "marks of a fence begin a line", help)


def _check_fence(fence: Fence, source: SourceText) -> Iterator[Diagnostic]:
    if not _ONE_WORD.fullmatch(fence.info):
        span = source.span(fence.line, len(fence.indent) + 1)
        help = f"write one plain word after the marks: {fence.mark}text"
        yield UNCLEAR_FENCE.at(span, f"`{fence.info}` is more than the name of a language", help)
        return
    if "\t" in fence.indent or fence.closing.rstrip(" \t") != fence.indent + fence.mark:
        span = source.span(fence.last_line)
        help = f"end it with {fence.mark}, as many marks and as many spaces before them"
        yield UNCLEAR_FENCE.at(span, "the fence does not end as it begins", help)
        return
    if _follows_indented(fence, source):
        span = source.span(fence.line)
        help = "leave an empty line before the fence, without spaces in it"
        yield UNCLEAR_FENCE.at(span, "indented lines lead up to the fence", help)
        return
    for number, line in enumerate(fence.lines, fence.line + 1):
        if not line.startswith(fence.indent) and line.rstrip(" ") != fence.indent.rstrip(" "):
            help = "begin each line of the fence as far from the edge as its first"
            yield UNCLEAR_FENCE.at(source.span(number), "the line stands outside its fence", help)
            return


def _follows_indented(fence: Fence, source: SourceText) -> bool:
    """Whether a line before the fence, down from an empty one, looks like indented code.

    The engine then takes all of it for code first, and forgets the fence when it is not.
    """
    for line in reversed(source.lines[: fence.line - 1]):
        if line.startswith(("    ", "\t")):
            return True
        if not line:
            return False
    return False

"""Comments to guidekit: a list to fill in, or a finding to excuse.

    <!-- guidekit: sources -->
    <!-- guidekit: allow READ101 because the words are those of the law -->

Each stands on a line of its own. It is for the check and for the build; no reader gets it.
"""

import re
from dataclasses import dataclass

from guidekit.content.blocks import COMMENT, Blocks, Prose
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Rule, Span, closest

UNKNOWN_COMMENT = Rule(
    "ALLOW101",
    "unknown-comment",
    "A comment to guidekit that it does not understand does nothing, and nobody sees that.",
    example="guide",
    valid=("Words. <!-- Only for other writers. -->\n",),
    invalid=(
        "<!-- guidekit: allow LINK101 -->\n\nSee [the list](gone.md).\n",
        "<!-- guidekit: source -->\n",
        "See [the list](gone.md). <!-- guidekit: allow LINK101 because it comes soon -->\n",
    ),
)
RULES = (UNKNOWN_COMMENT,)

REQUESTS = ("sources", "triage", "answers", "matrix", "filter", "rules", "outline", "archive")
"""The lists that a page may ask for; `guidekit.build` writes them."""

_FORM = "<!-- guidekit: allow CODE because the reason in a few words -->"
# A linter of ours would obey its own comments, without a reason and without an end.
_ADDRESSED = re.compile(r"<!--\s*(?:guidekit|rumdl|markdownlint|prettier)\b")
_ALLOW = re.compile(r"allow (?P<codes>\S+(?:, ?\S+)*) because (?P<reason>\S.*)")


@dataclass(frozen=True)
class Excuse:
    """A reasoned exception: findings with these codes from `first` to `last` line are expected."""

    codes: tuple[str, ...]
    reason: str
    first: int
    last: int
    span: Span


def parse_comments(
    blocks: Blocks, source: SourceText, first_line: int
) -> tuple[list[Excuse], list[Diagnostic]]:
    """Read the comments to guidekit of a page whose body begins at `first_line`."""
    excuses: list[Excuse] = []
    problems: list[Diagnostic] = []
    for line in blocks.comments:
        match = COMMENT.fullmatch(line.text)
        words = match["words"].strip() if match else ""
        allow = _ALLOW.fullmatch(words)
        span = source.span(line.line, line.text.index("<") + 1)
        if allow:
            codes = tuple(code.strip() for code in allow["codes"].split(","))
            first, last = _scope(line, blocks, source, first_line)
            excuses.append(Excuse(codes, allow["reason"], first, last, span))
        elif words not in REQUESTS:
            problems.append(UNKNOWN_COMMENT.at(span, f"`{words[:40]}` is not known", _help(words)))
    for line in blocks.prose:
        found = _ADDRESSED.search(line.text)
        if found:
            span = source.span(line.line, found.start() + 1)
            help = f"put it on a line of its own, above what it is about: {_FORM}"
            problems.append(UNKNOWN_COMMENT.at(span, "the comment is not understood", help))
    return excuses, problems


def _help(words: str) -> str:
    match = closest(words, REQUESTS)
    if match:
        return f"did you mean <!-- guidekit: {match} -->?"
    return f"write {_FORM}"


def _scope(comment: Prose, blocks: Blocks, source: SourceText, first_line: int) -> tuple[int, int]:
    """Return the first and last line of what a comment is about.

    That is the block below it: up to the next empty line, or a whole fence. A comment before
    everything else on the page is about the page, front matter included.
    """
    lines = source.lines
    if all(_is_passed_over(line) for line in lines[first_line - 1 : comment.line - 1]):
        return 1, len(lines)
    start = comment.line + 1
    while start < len(lines) and _is_passed_over(lines[start - 1]):
        start += 1
    fences = {fence.line: fence.last_line for fence in blocks.fences}
    end = start
    while end < len(lines) and lines[end].strip() and end + 1 not in fences:
        end += 1
    return start, fences.get(start, end)


def _is_passed_over(line: str) -> bool:
    return not line.strip() or COMMENT.fullmatch(line) is not None

"""Placeholders such as `{{role}}` in the text of an email."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Rule, Span

MALFORMED = Rule(
    "MAIL101",
    "malformed-placeholder",
    "A placeholder that the page cannot find would be sent to the employer as it stands.",
    example="email",
    valid=("Subject: About {{role}}\n\nHello {{recruiter_name}},\n",),
    invalid=(
        "Subject: About {{role}\n\nHello {{recruiter_name}},\n",
        "Subject: About {{ Role }}\n\nHello {{recruiter_name}},\n",
        "Subject: About {{role}}\n\nHello [Name],\n",
    ),
)
RULES = (MALFORMED,)

_PLACEHOLDER = re.compile(r"\{\{([a-z][a-z0-9_]*)\}\}")
_SIGN = re.compile(r"[{}\[<]")
_LEFT_OVER = re.compile(
    r"\{\{[^{}\n]*\}\}|\{\{|\}\}|\{[A-Za-z_ ]+\}"
    r"|\[[A-Za-z][A-Za-z '_/-]*\]|<[A-Za-z][A-Za-z '_/-]*>"
)


@dataclass(frozen=True)
class Placeholder:
    """A place in an email that the reader fills in; `name` is a key of fields.yml."""

    name: str
    span: Span

    @property
    def shown(self) -> str:
        """How the page shows it while it is empty: `[your name]`."""
        return f"[{self.name.replace('_', ' ')}]"


Segment = str | Placeholder


def parse_line(line: str, span: Span) -> list[Segment]:
    """Split a line that stands at `span` into text and placeholders."""
    if "{{" not in line:
        return [line] if line else []
    segments: list[Segment] = []
    end = 0
    for match in _PLACEHOLDER.finditer(line):
        if match.start() > end:
            segments.append(line[end : match.start()])
        segments.append(Placeholder(match[1], _offset(span, match.start())))
        end = match.end()
    if end < len(line):
        segments.append(line[end:])
    return segments


def check_line(line: str, source: SourceText, number: int, column: int = 1) -> Iterator[Diagnostic]:
    """Find what looks like a placeholder and is not one."""
    if not _SIGN.search(line):
        return
    masked = _PLACEHOLDER.sub(lambda match: " " * len(match[0]), line)
    for match in _LEFT_OVER.finditer(masked):
        yield MALFORMED.at(
            source.span(number, column + match.start()),
            f"`{match[0]}` is not a placeholder",
            f"write {_suggestion(match[0])}: two braces, small letters, underscores",
        )


def _suggestion(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return "{{" + ("_".join(words) or "name") + "}}"


def _offset(span: Span, characters: int) -> Span:
    return Span(span.path, span.line, span.column + characters)

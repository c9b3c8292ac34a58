"""The list of web addresses that the link checker does not ask."""

import datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from guidekit.content.reading import read_source
from guidekit.content.schema import PageText
from guidekit.content.validation import INVALID_VALUE, validate
from guidekit.content.yamltext import parse_yaml
from guidekit.diagnostics import Diagnostic, Span

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class IgnoredAddress(BaseModel):
    """One entry: an address (`*` stands for anything), why it is not asked, and its last day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: WebAddress
    reason: PageText
    until: datetime.date


def read_ignored(file: Path) -> tuple[list[tuple[IgnoredAddress, Span]], list[Diagnostic]]:
    """Read the list; returns its entries with their places, and what is wrong with the others."""
    path = file.as_posix()
    source, problems = read_source(file, file.parent, path)
    if source is None:
        return [], problems
    value, more = parse_yaml(source.text, source)
    problems += more
    if value is None:
        return [], problems
    if not isinstance(value.data, list):
        help = "begin each entry with `- url:`, and give it `reason:` and `until:`"
        return [], [*problems, INVALID_VALUE.at(value.span, "expected a list", help)]
    entries = []
    for child in value.children.values():
        entry, wrong = validate(IgnoredAddress, child)
        problems += wrong
        if entry:
            entries.append((entry, child.span))
    return entries, problems

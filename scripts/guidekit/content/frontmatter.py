"""Front matter: the YAML between two `---` lines at the top of a page."""

import re
from dataclasses import dataclass

from guidekit.content.schema import PageMeta, kind_of
from guidekit.content.source import SourceText
from guidekit.content.validation import validate
from guidekit.content.yamltext import YamlValue, parse_yaml
from guidekit.diagnostics import Diagnostic, Rule, Span

MISSING = Rule(
    "META106",
    "missing-front-matter",
    "Title, description and place on the path all come from the front matter.",
)
UNCLOSED = Rule(
    "META107", "unclosed-front-matter", "Without the closing line the whole page is lost."
)
RULES = (MISSING, UNCLOSED)

# As the engine has it: what it takes for front matter must be what is checked.
_OPENING = re.compile(r"-{3}[ \t]*")
_CLOSING = re.compile(r"(?:\.{3}|-{3})[ \t]*")


@dataclass(frozen=True)
class FrontMatter:
    """What the front matter says.

    `values` is the YAML with positions (None when it could not be read), `meta` the valid
    model (None when anything in it is wrong), `body_line` the line at which the body begins.
    """

    values: YamlValue | None
    meta: PageMeta | None
    body_line: int

    def span(self, source: SourceText, *location: str | int) -> Span:
        """Return the place of a value, or of the front matter when the value is not there."""
        return self.values.find(location).span if self.values else source.span(1)

    def text(self, key: str) -> str | None:
        """Return a value that is text, even when the rest of the front matter is not valid."""
        data = self.values.data if self.values else {}
        value = data.get(key) if isinstance(data, dict) else None
        return value if isinstance(value, str) else None


def parse_front_matter(source: SourceText, section: str) -> tuple[FrontMatter, list[Diagnostic]]:
    """Parse the front matter of a page in the folder `section` of `docs/`."""
    if not _OPENING.fullmatch(source.lines[0]):
        return FrontMatter(None, None, 1), [_missing(source)]
    # The engine wants a line break behind the closing line too.
    closing = next(
        (n for n, line in enumerate(source.lines[1:-1], 2) if _CLOSING.fullmatch(line)), None
    )
    if closing is None:
        help = "write a line `---` after the last key, and the page below it"
        return FrontMatter(None, None, 2), [
            UNCLOSED.at(source.span(1), "the front matter never ends", help)
        ]
    text = "\n".join(source.lines[1 : closing - 1]) + "\n"
    values, problems = parse_yaml(text, source, first_line=2)
    meta = None
    if values is None and not problems:
        problems = [_missing(source)]
    elif values is not None and not isinstance(values.data, dict):
        problems.append(_missing(source))
        values = None
    elif values is not None:
        meta, invalid = validate(kind_of(section), values)
        problems += invalid
    return FrontMatter(values, meta, closing + 1), problems


def _missing(source: SourceText) -> Diagnostic:
    return MISSING.at(
        source.span(1),
        "there is no front matter",
        "begin the page with a line `---`, the keys title, description, stage and reviewed, "
        "and a line `---`",
    )

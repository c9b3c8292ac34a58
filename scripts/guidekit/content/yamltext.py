"""YAML with positions, for front matter and data files.

PyYAML knows where each node stands; this keeps it. Aliases are refused (a few lines of
them unfold to gigabytes), depth is limited, and a key given twice is a problem.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Rule, Span

MAX_DEPTH = 12

BROKEN_YAML = Rule(
    "META101",
    "broken-yaml",
    "MkDocs prints front matter that it cannot read as text on the page.",
    example="front matter",
    valid=("title: 'After: the first hour'\n",),
    invalid=(
        "title: After: the first hour\n",
        "title: &a [*a]\n",
        "reviewed: 2026-11-31\n",
    ),
)
DUPLICATE_KEY = Rule(
    "META102",
    "duplicate-key",
    "YAML keeps the last of two equal keys and drops the first without a word.",
    example="front matter",
    valid=("title: One\n",),
    invalid=("title: One\ntitle: Two\n",),
)
RULES = (BROKEN_YAML, DUPLICATE_KEY)

_TEXT = "tag:yaml.org,2002:str"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class YamlValue:
    """A YAML value: plain Python data, where it stands, and the same for what it holds.

    `keys` maps the keys of a mapping to the places of the keys themselves; `children`
    maps keys (or list positions) to the values.
    """

    data: Any
    span: Span
    keys: dict[Any, Span] = field(default_factory=dict)
    children: dict[Any, "YamlValue"] = field(default_factory=dict)

    def find(self, location: tuple[Any, ...]) -> "YamlValue":
        """Return the value at a path of keys and positions, or the nearest one above it."""
        value = self
        for step in location:
            if step not in value.children:
                break
            value = value.children[step]
        return value


def parse_yaml(
    text: str, source: SourceText, first_line: int = 1
) -> tuple[YamlValue | None, list[Diagnostic]]:
    """Parse YAML that begins at `first_line` of `source`.

    Returns the value, or None when there is none to use, and what is wrong with it.
    """
    try:
        refusal = _refuse_unsafe(text, source, first_line) if _MAY_BE_UNSAFE.search(text) else None
        if refusal:
            return None, [refusal]
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, [_broken(error, source, first_line)]
    except yaml.YAMLError as error:
        return None, [BROKEN_YAML.at(source.span(first_line), str(error), _HELP)]
    if node is None:
        return None, []
    problems: list[Diagnostic] = []
    constructor = yaml.constructor.SafeConstructor()
    try:
        return _value(node, source, first_line, constructor, problems), problems
    except yaml.MarkedYAMLError as error:
        return None, [*problems, _broken(error, source, first_line, _VALUE_HELP)]


# A sign of an anchor, an alias or a tag, or of nesting: flow collections, lists in lists, indents.
_MAY_BE_UNSAFE = re.compile(rf"(?m)[&*!{{?]|\[[^\]]*\[|-\s+-\s|^[ ]{{{MAX_DEPTH}}}")

_HELP = 'put a value that holds ": " or begins with a sign in quotes: title: "Yes: and now"'


_VALUE_HELP = "write a date that the calendar has, such as 2026-11-30, or put the value in quotes"


def _refuse_unsafe(text: str, source: SourceText, first_line: int) -> Diagnostic | None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        mark: Any = event.start_mark
        span = source.span(first_line + mark.line, mark.column + 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return BROKEN_YAML.at(
                span, "anchors and aliases are not allowed", "write the value out, or quote it"
            )
        tag = getattr(event, "tag", None)
        if tag and not isinstance(event, yaml.CollectionEndEvent):
            return BROKEN_YAML.at(span, f"the tag {tag} is not allowed", "remove the tag")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            return BROKEN_YAML.at(
                span, f"nested deeper than {MAX_DEPTH} levels", "write it as a flat list"
            )
    return None


def _broken(
    error: yaml.MarkedYAMLError, source: SourceText, first_line: int, help: str = _HELP
) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column + 1) if mark else (0, 1)
    line = min(first_line + line, len(source.lines))
    message = error.problem or error.context or "cannot be read as YAML"
    return BROKEN_YAML.at(source.span(line, column), message, help)


def _value(
    node: yaml.Node,
    source: SourceText,
    first_line: int,
    constructor: Any,
    problems: list[Diagnostic],
) -> YamlValue:
    span = source.span(first_line + node.start_mark.line, node.start_mark.column + 1)
    if isinstance(node, yaml.SequenceNode):
        items = [_value(child, source, first_line, constructor, problems) for child in node.value]
        return YamlValue([item.data for item in items], span, {}, dict(enumerate(items)))
    if isinstance(node, yaml.MappingNode):
        mapping = YamlValue({}, span)
        for key_node, value_node in node.value:
            key = _value(key_node, source, first_line, constructor, problems)
            value = _value(value_node, source, first_line, constructor, problems)
            _add(mapping, key, value, problems)
        return mapping
    return YamlValue(node.value if node.tag == _TEXT else _construct(node, constructor), span)


def _construct(node: yaml.Node, constructor: Any) -> Any:
    try:
        return constructor.construct_object(node)
    except (ValueError, OverflowError) as error:
        # Such as 31 November: it has the form of a date, and there is none.
        message = f"`{node.value}`: {error}"
        raise yaml.MarkedYAMLError(problem=message, problem_mark=node.start_mark) from error


def _add(mapping: YamlValue, key: YamlValue, value: YamlValue, problems: list[Diagnostic]) -> None:
    name = key.data if isinstance(key.data, str | int | float | bool) else str(key.data)
    if name in mapping.data:
        problems.append(
            DUPLICATE_KEY.at(key.span, f"`{name}` is given twice", "keep one of the two lines")
        )
    mapping.data[name] = value.data
    mapping.keys[name] = key.span
    mapping.children[name] = value

"""Holds every page to the list of elements and attributes in `allowed.toml`.

The check of the content refuses markup before the build. This looks at what was built, as a browser
reads it, whatever let it in.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from guidekit.diagnostics import Diagnostic, Span
from guidekit.finish.problems import NOT_ALLOWED, StepError
from guidekit.finish.site import BuiltSite

_HELP = (
    "take it out of the content or template it comes from; "
    "what a page may hold is listed in scripts/guidekit/finish/allowed.toml"
)
_COMMENT = re.compile(r"<!--.*?(?:--!?>|\Z)", re.DOTALL)
_LONGEST_SHOWN = 60
_Attributes = Mapping[str, str | None]


@dataclass(frozen=True)
class Form:
    """One form of an element: the values its attributes may have, and which must be there."""

    values: Mapping[str, re.Pattern[str]]
    required: frozenset[str]

    def faults(self, attributes: _Attributes) -> list[str]:
        """Return what of an element is not of this form, in words."""
        missing = sorted(self.required - attributes.keys())
        found = [f"without `{name}`" for name in missing]
        for name, value in attributes.items():
            pattern = self.values.get(name) or self.values.get(f"{name.partition('-')[0]}-*")
            if pattern is None:
                found.append(f"with `{name}`")
            elif not pattern.fullmatch(value or ""):
                found.append(f'with `{name}="{_shown(value or "")}"`')
        return found


def _shown(value: str) -> str:
    line = re.sub(r"[\s\x00-\x1f]+", " ", value)
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}..."


Forms = Mapping[str, tuple[Form, ...]]


@dataclass(frozen=True)
class AllowList:
    """The elements of running text and those of the rest of a page, each in its forms."""

    selector: str
    running_text: Forms
    elsewhere: Forms


@cache
def allow_list() -> AllowList:
    """Return the list that pages are held to."""
    table = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text("utf-8"))
    values: dict[str, str] = table["values"]
    shared: dict[str, str] = table["attributes"]
    text, rest = table["in_running_text"], table["elsewhere"]
    return AllowList(
        ", ".join(table["running_text"]),
        {name: _forms(forms, shared["running_text"], values) for name, forms in text.items()},
        {name: _forms(forms, shared["elsewhere"], values) for name, forms in (text | rest).items()},
    )


def _forms(forms: str | list[str], shared: str, values: Mapping[str, str]) -> tuple[Form, ...]:
    return tuple(
        _form(f"{shared} {form}", values)
        for form in (forms if isinstance(forms, list) else [forms])
    )


def _form(text: str, values: Mapping[str, str]) -> Form:
    parts = [word.partition(":") for word in text.split()]
    patterns = {name.rstrip("!"): values.get(value, value or "(?s:.*)") for name, _, value in parts}
    required = frozenset(name.rstrip("!") for name, _, _ in parts if name.endswith("!"))
    return Form({name: re.compile(pattern) for name, pattern in patterns.items()}, required)


def hold_to_allow_list(site: BuiltSite) -> None:
    """Stop when a page holds something that is not on the list, and say all of it."""
    found = [problem for page in site.pages() for problem in problems_of(page, site.read(page))]
    if found:
        raise StepError(*found)


def problems_of(page: str, html: str) -> list[Diagnostic]:
    """Return everything in a page, at the path `page`, that is not on the list."""
    return [
        NOT_ALLOWED.at(Span(page, *_place(html, name, number)), message, _HELP)
        for name, number, message in _faults(html)
    ]


def _faults(html: str) -> Iterator[tuple[str, int, str]]:
    """Yield the name of each faulty element, how many of them came before it, and its fault."""
    allowed, numbers = allow_list(), Counter[str]()
    tree = LexborHTMLParser(html)
    inside = {node.mem_id for node in tree.css(allowed.selector)}
    for node, is_text in _nodes(tree.root, inside):
        name = node.tag or ""
        fault = _fault(name, tuple(node.attributes.items()), is_text=is_text)
        if fault:
            where = " in running text" if is_text and name in allowed.elsewhere else ""
            yield name, numbers[name], f"a page may not hold {fault}{where}"
        numbers[name] += 1


@lru_cache(maxsize=10_000)  # most elements come back on many pages
def _fault(name: str, attributes: tuple[tuple[str, str | None], ...], *, is_text: bool) -> str:
    """Return what is wrong with an element, in words; nothing when it is on the list."""
    allowed = allow_list()
    forms = (allowed.running_text if is_text else allowed.elsewhere).get(name)
    if not forms:
        return f"<{name}>"
    faults = min((form.faults(dict(attributes)) for form in forms), key=len)
    return f"<{name}> {', '.join(faults)}" if faults else ""


def _nodes(root: LexborNode | None, inside: set[int]) -> Iterator[tuple[LexborNode, bool]]:
    """Yield every element in its order, and whether it stands in running text."""
    waiting = [(root, False)]
    while waiting:
        node, is_text = waiting.pop()
        if node is None:
            continue
        waiting.append((node.next, is_text))
        if not node.is_element_node:
            continue
        yield node, is_text
        begins = node.mem_id in inside
        waiting.append((node.first_child, begins or (is_text and "-" not in (node.tag or ""))))
        if node.tag == "template":
            waiting += ((part.first_child, False) for part in node.template_fragments()[:1])


def _place(html: str, name: str, number: int) -> tuple[int, int]:
    """Return line and column of an element; the first of the page when it has no tag of its own."""
    text = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), html)
    tags = [tag.start() for tag in re.finditer(rf"(?i)<{re.escape(name)}(?=[\s/>])", text)]
    start = tags[min(number, len(tags) - 1)] if tags else 0
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)

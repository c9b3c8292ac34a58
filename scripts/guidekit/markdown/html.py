"""Small helpers for writing HTML by hand: everything that is not markup is escaped."""

from collections.abc import Iterable
from html import escape

from guidekit.content.registries import Registries
from guidekit.diagnostics import Diagnostic


def attributes(**values: str | bool | None) -> str:
    """Return attributes for a tag, each with a leading space.

    `data_field="x"` becomes `data-field="x"`; True is an attribute without a value, None
    and False are left out. A trailing underscore is dropped (`class_`).
    """
    parts = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        attribute = name.rstrip("_").replace("_", "-")
        parts.append(f" {attribute}" if value is True else f' {attribute}="{escape(str(value))}"')
    return "".join(parts)


def element(tag: str, content: str, **values: str | bool | None) -> str:
    """Return an element. `content` is HTML already; escape text first."""
    return f"<{tag}{attributes(**values)}>{content}</{tag}>"


def button(words: str, action: str, classes: str = "button") -> str:
    """Return a button; `words` is HTML already, `action` is what the element does on a press."""
    return element("button", words, class_=classes, type="button", data_action=action)


def word(registries: Registries, key: str, **values: object) -> str:
    """Return words of the interface, escaped, with `{names}` filled in."""
    return escape(registries.word(key, **values))


STATUS = '<p class="status" role="status"></p>'
"""The live region in which an element says what happened."""


def problem_box(problems: Iterable[Diagnostic]) -> str:
    """Return what a page shows instead of a construct that has problems."""
    lines = "".join(
        f"<li><strong>{escape(problem.message)}</strong>: {escape(problem.help)}</li>"
        for problem in problems
    )
    return f'<div class="problem"><p>This part of the page has a mistake:</p><ul>{lines}</ul></div>'

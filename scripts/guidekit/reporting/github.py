"""Workflow annotations, which land on the lines of a pull request."""

from collections.abc import Sequence

from guidekit.diagnostics import Diagnostic


def format_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Return one workflow command for each problem."""
    return "\n".join(_annotation(diagnostic) for diagnostic in diagnostics)


def _annotation(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = f"file={_property(span.path)},line={span.line},col={span.column}"
    title = _property(f"{diagnostic.code} {diagnostic.name}")
    text = _data(f"{diagnostic.message}\nhelp: {diagnostic.help}")
    return f"::{diagnostic.severity.value} {place},title={title}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

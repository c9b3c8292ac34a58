"""Diagnostics as text, as workflow annotations and as JSON."""

from collections.abc import Callable, Sequence

from guidekit.diagnostics import Diagnostic
from guidekit.reporting.github import format_github
from guidekit.reporting.json import format_json
from guidekit.reporting.text import format_text

FORMATS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": format_text,
    "github": format_github,
    "json": format_json,
}
"""The formats by the name that `--format` takes. Each returns what to print, or "" for nothing."""

"""Diagnostics as a JSON list, for programs."""

import json
from collections.abc import Sequence

from guidekit.diagnostics import Diagnostic


def format_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a JSON list of objects; an empty list when nothing is wrong."""
    return json.dumps([_as_object(diagnostic) for diagnostic in diagnostics], indent=2)


def _as_object(diagnostic: Diagnostic) -> dict[str, str | int]:
    return {
        "path": diagnostic.span.path,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
    }

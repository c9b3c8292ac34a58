"""One line for each problem and one for its help, as ruff and eslint print them."""

from collections.abc import Sequence

from guidekit.diagnostics import Diagnostic


def format_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Return `path:line:column: CODE name: message` and an indented help line for each."""
    return "\n".join(format_line(diagnostic) for diagnostic in diagnostics)


def format_line(diagnostic: Diagnostic) -> str:
    """Return the two lines of one problem."""
    span = diagnostic.span
    return (
        f"{span.path}:{span.line}:{span.column}: {diagnostic.code} {diagnostic.name}: "
        f"{printable(diagnostic.message)}\n  help: {printable(diagnostic.help)}"
    )


def printable(text: str) -> str:
    """Return text that cannot steer a terminal: control characters become escapes."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)

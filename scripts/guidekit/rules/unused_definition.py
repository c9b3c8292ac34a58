"""A link definition that no link of the page takes up, or that stands there twice."""

from collections.abc import Iterator

from guidekit.content.document import Document
from guidekit.content.inline import find_definitions, mask_code
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "LINK104",
    "unused-definition",
    "The writer meant to link to it; the reader cannot see that.",
    Severity.WARNING,
    example="guide",
    valid=("Read [the law][acas].\n\n[acas]: https://www.acas.org.uk/\n",),
    invalid=(
        "Words.\n\n[acas]: https://www.acas.org.uk/\n",
        "See [acas].\n\n[acas]: https://www.acas.org.uk/\n[Acas]: https://example.org/\n",
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each definition that nothing uses, and for each second one."""
    for document in site.documents.values():
        definitions = find_definitions(document.body.prose)
        text = _text(document) if definitions else ""
        seen: set[str] = set()
        for definition in definitions:
            span = document.source.span(definition.line, definition.column)
            if definition.label in seen:
                help = "keep the one that is meant: the first alone counts"
                yield RULE.at(span, f"`[{definition.label}]` is defined already", help)
            elif f"[{definition.label}]" not in text:
                help = "write [words][label] where it belongs, or remove the line"
                yield RULE.at(span, f"no link uses `[{definition.label}]`", help)
            seen.add(definition.label)


def _text(document: Document) -> str:
    """Return the prose in small letters, without what defines."""
    lines = {definition.line for definition in find_definitions(document.body.prose)}
    prose = (line.text for line in document.body.prose if line.line not in lines)
    return mask_code("\n".join(prose)).lower()

"""Attributes in braces, such as `{onclick=...}`."""

import re
from collections.abc import Iterator

from guidekit.content.items import BAD_ID, meant_id
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "SAFE102",
    "attribute-list",
    "The engine makes HTML attributes of what stands in braces: a handler, a style, an address.",
    excusable=False,
    example="guide",
    valid=("## After {#after}\n", "Write `{x}` in code, and { alone.\n"),
    invalid=(
        "[words](../checklists/first.md){onclick=alert(1)}\n",
        "Words.\n{: style='position:fixed'}\n",
        "## After {#after onclick=alert(1)}\n",
        "*words*{.button hidden}\n",
        "*words*{{x onclick=alert(1)}}\n",
    ),
)

# An id alone is harmless, and a placeholder has a rule of its own (MAIL110).
_BRACES = re.compile(r"\{(?:\{[a-z][a-z0-9_]*\}|[ ]*#[\w-]+(?: was=[\w/-]+)?[ ]*)\}|(\{[^}]*\})")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each brace that may hold attributes."""
    for document in site.documents.values():
        told = {each.span for each in document.problems if each.code == BAD_ID.code}
        for line in document.body.live:
            if "{" not in line.text:
                continue
            for match in _BRACES.finditer(line.text):
                span = document.source.span(line.line, match.start() + 1)
                if match[1] and span not in told:
                    meant = (match[1][:2] == "{#" and meant_id(match[1])) or "{#like-this}"
                    help = f"only an id may stand in braces, {meant}; put examples in `code`"
                    yield RULE.at(span, f"`{match[1][:40]}` may become attributes", help)

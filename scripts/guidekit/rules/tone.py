"""Words in an email that sound like argument, blame, begging, guilt or the like."""

from collections.abc import Iterator

from guidekit.content.blocks import Fence
from guidekit.content.document import Document
from guidekit.content.site import Site
from guidekit.content.tone import ToneMatch, find_tone
from guidekit.diagnostics import Diagnostic, Rule, Span

RULE = Rule(
    "MAIL114",
    "tone",
    "A reader sends these words under their own name; the page would warn about them as well.",
    example="email",
    valid=(
        "Subject: Your decision\n\nI understand why you chose someone with more experience.\n",
        "Subject: Your decision\n\nPlease consider me again.\n",
    ),
    invalid=(
        "Subject: Your decision\n\nI do not understand why I was not chosen.\n",
        "Subject: Your decision\n\nPlease\nreconsider.\n",
        "Subject: Please reconsider\n\nHello,\n",
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each phrase of tone.json in an email."""
    phrases = site.registries.tone.entries.values()
    for document in site.documents.values():
        for fence in document.body.fences:
            if fence.kind == "email" and fence.is_interactive:
                text = "\n".join(fence.lines)
                for match in find_tone(text, phrases):
                    yield _problem(document, fence, text, match)


def _problem(document: Document, fence: Fence, text: str, match: ToneMatch) -> Diagnostic:
    words = " ".join(text[match.start : match.end].split())
    kind = match.phrase.kind.replace("-", " ")
    span = _span(document, fence, text[: match.start])
    return RULE.at(span, f"`{words}` sounds like {kind}", match.phrase.better)


def _span(document: Document, fence: Fence, before: str) -> Span:
    lines = before.split("\n")
    return document.source.span(fence.line + len(lines), len(lines[-1]) + 1)

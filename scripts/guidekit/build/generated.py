"""Lists made from the content, written as Markdown where a page asks for them.

A page asks with a comment on a line of its own, which a code host does not show:
`<!-- guidekit: sources -->`. What is generated is Markdown, so that the engine treats its
links like any other.
"""

import re
from collections.abc import Callable

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from guidekit.build.answers import list_answers
from guidekit.build.archive import list_archive
from guidekit.build.card_filter import list_filter
from guidekit.build.matrix import list_matrix
from guidekit.build.outline import list_outline
from guidekit.build.snapshot import snapshot
from guidekit.build.text import escape, page_link
from guidekit.build.triage import list_triage
from guidekit.content.blocks import COMMENT, scan_blocks
from guidekit.content.registries import Registries
from guidekit.content.schema import SourceRecord
from guidekit.content.site import Site
from guidekit.content.source import SourceText
from guidekit.content.sources import (
    capitalised,
    caveat_in_words,
    checked_in_words,
    short_name,
    strength_in_words,
)
from guidekit.diagnostics import Rule, Severity


class GeneratedPreprocessor(Preprocessor):
    """Replaces each request by the list it names."""

    def __init__(self, md: Markdown, docs_dir: str) -> None:
        super().__init__(md)
        self._docs_dir = docs_dir

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every known request filled in."""
        return fill_lists(lines, lambda: snapshot(self._docs_dir).site)


def fill_lists(lines: list[str], read_site: Callable[[], Site]) -> list[str]:
    """Return the lines of a page with every known request filled in.

    The site is read only for a page that asks.
    """
    if not any("<!-- guidekit: " in line for line in lines):
        return lines
    site = read_site()
    blocks, _ = scan_blocks(SourceText("", "\n".join(lines)))
    asked = {line.line for line in blocks.comments}
    return [
        written
        for number, line in enumerate(lines, 1)
        for written in (_fill(line, site) if number in asked else [line])
    ]


def _fill(line: str, site: Site) -> list[str]:
    match = COMMENT.fullmatch(line)
    generator = GENERATORS.get(match["words"]) if match else None
    return ["", *generator(site), ""] if generator else [line]


def list_sources(site: Site) -> list[str]:
    """Return every cited source: what it shows, how strong it is, its limits, who cites it."""
    lines: list[str] = []
    records = site.registries.sources.entries.values()
    for record in sorted(records, key=short_name):
        pages = [
            page_link(site, document.page)
            for document in site.documents.values()
            if any(citation.id == record.id for citation in document.body.citations)
        ]
        if pages:
            lines += _source(record, pages, site.registries)
    return lines


def _source(record: SourceRecord, pages: list[str], registries: Registries) -> list[str]:
    word = registries.word
    strength = capitalised(strength_in_words(record, registries))
    facts = [
        word("source_shows", claim=record.claim),
        *([word("source_figures", figure=record.figure)] if record.figure else []),
        word("source_limits", caveat=caveat_in_words(record, registries)),
        f"{checked_in_words(record, registries)}.",
    ]
    return [
        f"## {escape(short_name(record))} {{#{record.id}}}",
        "",
        f"[{escape(record.title)}]({record.url}). {escape(record.venue)}.",
        "",
        f"- **{escape(strength)}.**",
        *(f"- {escape(fact)}" for fact in facts),
        f"- {word('source_used', pages=', '.join(pages))}",
        "",
    ]


def list_rules(_: Site) -> list[str]:
    """Return every rule of every command, with its reason and its examples."""
    # What other commands bring along is needed for this page only.
    from guidekit.registry import families

    lines: list[str] = []
    for family in families():
        lines += [f"## {family.about}: `guidekit {family.command}`", ""]
        for rule in family.rules:
            lines += _rule(rule)
    return lines


def _rule(rule: Rule) -> list[str]:
    lines = [f"### {rule.code} {rule.name} {{#{rule.code.lower()}}}", "", rule.why, ""]
    lines += [_what_it_does(rule), ""]
    for label, examples in (("Right", rule.valid), ("Wrong", rule.invalid)):
        for example in examples:
            # Longer than any fence in the example, which else would end it.
            fence = "`" * max(4, 1 + max(map(len, re.findall("`+", example)), default=0))
            lines += [f"{label} ({rule.example}):", "", f"{fence}text"]
            lines += [*example.rstrip("\n").split("\n"), fence, ""]
    return lines


def _what_it_does(rule: Rule) -> str:
    severity = "An error" if rule.severity is Severity.ERROR else "A warning"
    return f"{severity}; {'it can be excused' if rule.excusable else 'it cannot be excused'}."


GENERATORS: dict[str, Callable[[Site], list[str]]] = {
    "sources": list_sources,
    "triage": list_triage,
    "answers": list_answers,
    "matrix": list_matrix,
    "filter": list_filter,
    "outline": list_outline,
    "rules": list_rules,
    "archive": list_archive,
}
"""The lists by the name that a page asks for."""

"""Lists made from the content, written as Markdown where a page asks for them.

A page asks with a comment on a line of its own, which a code host does not show:
`<!-- guidekit: sources -->`. What is generated is Markdown, so that the engine treats its
links like any other.
"""

import re
from collections.abc import Callable

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from guidekit.build.snapshot import snapshot
from guidekit.content.site import Site
from guidekit.content.sources import short_name
from guidekit.rules.catalogue import all_rules

_REQUEST = re.compile(r"^<!-- guidekit: (?P<name>[a-z]+) -->\s*$")


class GeneratedPreprocessor(Preprocessor):
    """Replaces each request by the list it names."""

    def __init__(self, md: Markdown, docs_dir: str) -> None:
        super().__init__(md)
        self._docs_dir = docs_dir

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every known request filled in."""
        if not any(line.startswith("<!-- guidekit: ") for line in lines):
            return lines
        site = snapshot(self._docs_dir).site
        return [written for line in lines for written in _fill(line, site)]


def _fill(line: str, site: Site) -> list[str]:
    match = _REQUEST.match(line)
    generator = GENERATORS.get(match["name"]) if match else None
    return ["", *generator(site), ""] if generator else [line]


def list_sources(site: Site) -> list[str]:
    """Return every cited source: what it shows, how strong it is, its limits, who cites it."""
    lines: list[str] = []
    records = site.registries.sources.entries.values()
    for record in sorted(records, key=short_name):
        pages = [
            document
            for document in site.documents.values()
            if any(citation.id == record.id for citation in document.body.citations)
        ]
        if not pages:
            continue
        links = ", ".join(
            f"[{escape(page.front_matter.text('title') or page.page)}]({page.page})"
            for page in pages
        )
        lines += [
            f"## {escape(short_name(record))} {{#{record.id}}}",
            "",
            f"[{escape(record.title)}]({record.url}). {escape(record.venue)}.",
            "",
            f"- What it shows: {escape(record.claim)}",
            *([f"- Figures: {escape(record.figure)}"] if record.figure else []),
            f"- How strong: {escape(record.strength)}",
            f"- Keep in mind: {escape(record.caveat)}",
            f"- Used in: {links}",
            "",
        ]
    return lines


_WANTS = {
    "reply": "I want to reply",
    "ask": "I want to ask what I could do better",
    "follow-up": "They answered, and I want to reply to that",
    "look-back": "I want to look back",
}


def list_situations(site: Site) -> list[str]:
    """Return every situation with the emails, the guide and the checklist that answer it."""
    lines: list[str] = []
    for want, heading in _WANTS.items():
        situations = [
            (slug, situation)
            for slug, situation in site.registries.situations.entries.items()
            if situation.want == want
        ]
        if situations:
            lines += ["", f"## {heading}", ""]
        for slug, situation in situations:
            emails = [
                page.page
                for page in site.of_type("emails")
                if page.front_matter.text("situation") == slug
            ]
            lines += [f"### {escape(situation.label)}", ""]
            for page in [*emails, situation.guide, situation.checklist]:
                lines.append(f"- {_page_link(page, site)}")
            lines.append("")
    return lines


def _page_link(page: str, site: Site) -> str:
    document = site.documents.get(page)
    title = (document and document.front_matter.text("title")) or page
    return f"[{escape(title)}]({page})"


def list_rules(_: Site) -> list[str]:
    """Return every rule of the content checks, with its reason and its examples."""
    lines: list[str] = []
    for rule in all_rules():
        lines += [f"## {rule.code} {rule.name} {{#{rule.code.lower()}}}", "", rule.why, ""]
        for label, examples in (("Right", rule.valid), ("Wrong", rule.invalid)):
            for example in examples:
                lines += [f"{label} ({rule.example}):", "", "````text"]
                lines += [*example.rstrip("\n").split("\n"), "````", ""]
    return lines


def escape(text: str) -> str:
    """Return text in which nothing is Markdown or HTML."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_{}\[\]#+!|~])", r"\\\1", " ".join(text.split()))


GENERATORS: dict[str, Callable[[Site], list[str]]] = {
    "sources": list_sources,
    "situations": list_situations,
    "rules": list_rules,
}
"""The lists by the name that a page asks for."""

"""Citations: a small number in the text, and at the end of the page what stands behind it."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from guidekit.content.registries import Registries
from guidekit.content.schema import SourceRecord
from guidekit.content.sources import short_name, strength_in_words


class CitationPattern(InlineProcessor):
    """Marks each `[@id]`; the numbers come later, in the order of the page."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\[@([^\]\s]*)\]", md)

    def handleMatch(  # type: ignore[override]  # noqa: N802  (Python-Markdown's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        """Return the marker and the part of the text it replaces."""
        start = m.start(0)
        return Element("sup", {"class": "citation", "data-cite": m[1]}), start, m.end(0)


class CitationNotes(Treeprocessor):
    """Numbers the citations of a page and lists their sources at its end."""

    def __init__(self, md: Markdown, registries: Registries) -> None:
        super().__init__(md)
        self._registries = registries

    def run(self, root: Element) -> None:
        """Fill in every marker below `root` and append the list."""
        numbers: dict[str, int] = {}
        for marker in root.iter("sup"):
            identifier = marker.attrib.pop("data-cite", None)
            if identifier is None:
                continue
            record = self._registries.sources.entries.get(identifier)
            if record is None:
                marker.text = f"[{identifier}?]"
                continue
            number = numbers.setdefault(identifier, len(numbers) + 1)
            link = SubElement(marker, "a", {"href": f"#source-{identifier}"})
            link.set("aria-label", self._registries.word("cited_source", name=short_name(record)))
            link.text = str(number)
        if numbers:
            self._append_notes(root, list(numbers))

    def _append_notes(self, root: Element, identifiers: list[str]) -> None:
        section = SubElement(root, "section", {"class": "sources"})
        heading = SubElement(section, "h2", {"id": "cited-sources"})
        heading.text = self._registries.word("sources_heading")
        notes = SubElement(section, "ol")
        for identifier in identifiers:
            note = SubElement(notes, "li", {"id": f"source-{identifier}"})
            self._fill(note, self._registries.sources.entries[identifier])

    def _fill(self, note: Element, record: SourceRecord) -> None:
        note.text = f"{short_name(record)}. "
        link = SubElement(note, "a", {"href": record.url, "rel": "external"})
        link.text = record.title
        link.tail = f". {record.venue}."
        limits = SubElement(note, "span", {"class": "sources__limits"})
        limits.text = self._registries.word(
            "source_limits",
            strength=strength_in_words(record, self._registries),
            caveat=record.caveat,
        )

"""Citations: a small number in the text, and at the end of the page what stands behind it."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from guidekit.content.registries import Registries
from guidekit.content.schema import SourceRecord
from guidekit.content.sources import (
    capitalised,
    caveat_in_words,
    checked_in_words,
    short_name,
    strength_in_words,
)


class CitationPattern(InlineProcessor):
    """Marks each `[@id]`; the numbers come later, in the order of the page.

    The space before it becomes one that does not break, so that no line begins with the number
    and the words around it stay words to whoever searches them.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\s*\[@([^\]\s]*)\]", md)

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
        places: dict[str, list[str]] = {}
        for marker in root.iter("sup"):
            identifier = marker.attrib.pop("data-cite", None)
            if identifier is None:
                continue
            record = self._registries.sources.entries.get(identifier)
            if record is None:
                marker.text = f"[{identifier}?]"
            else:
                self._mark(marker, record, places)
        if places:
            self._append_notes(root, places)

    def _mark(self, marker: Element, record: SourceRecord, places: dict[str, list[str]]) -> None:
        here = places.setdefault(record.id, [])
        here.append(f"cited-{record.id}-{len(here) + 1}")
        marker.text = "\N{NO-BREAK SPACE}"
        number = str(list(places).index(record.id) + 1)
        link = SubElement(marker, "a", {"href": f"#source-{record.id}", "id": here[-1]})
        link.set("role", "doc-noteref")
        # Begins with what is seen, so that it can be named aloud to a voice control.
        link.set("aria-label", self._word("cited_source", number=number, name=short_name(record)))
        link.text = number

    def _append_notes(self, root: Element, places: dict[str, list[str]]) -> None:
        section = SubElement(root, "section", {"class": "sources", "role": "doc-endnotes"})
        section.set("aria-labelledby", "cited-sources")
        heading = SubElement(section, "h2", {"id": "cited-sources"})
        heading.text = self._word("sources_heading")
        notes = SubElement(section, "ol")
        for identifier, here in places.items():
            note = SubElement(notes, "li", {"id": f"source-{identifier}"})
            self._fill(note, self._registries.sources.entries[identifier])
            self._link_back(note, here)

    def _fill(self, note: Element, record: SourceRecord) -> None:
        note.text = f"{short_name(record).removesuffix('.')}. "
        link = SubElement(note, "a", {"href": record.url, "rel": "external"})
        link.text = record.title
        link.tail = f". {record.venue}."
        limits = SubElement(note, "span", {"class": "sources__limits"})
        strength = SubElement(limits, "strong")
        strength.text = f"{capitalised(strength_in_words(record, self._registries))}."
        caveat = caveat_in_words(record, self._registries)
        strength.tail = f" {self._word('source_limits', caveat=caveat)}"
        if record.verified == "known":
            strength.tail += f" {checked_in_words(record, self._registries)}."

    def _link_back(self, note: Element, here: list[str]) -> None:
        back = SubElement(note, "span", {"class": "sources__back"})
        for number, place in enumerate(here, 1):
            link = SubElement(back, "a", {"href": f"#{place}", "role": "doc-backlink"})
            key = "source_back" if len(here) == 1 else "source_back_place"
            link.text = self._word(key, number=number)
            link.tail = " "

    def _word(self, key: str, **values: object) -> str:
        return self._registries.word(key, **values)

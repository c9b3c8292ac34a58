"""A figure that its source's record does not hold."""

import re
from collections.abc import Iterator

from guidekit.content.schema import SourceRecord
from guidekit.content.sentences import Sentence
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "CITE104",
    "differing-figure",
    "A figure copied wrongly is worse than none, and a citation makes it look right.",
    example="guide",
    valid=(
        "It helped 12% of them. [@known2020]\n",
        "Between 2019 and 2021 it helped. [@known2020]\n",
    ),
    invalid=("It helped 21% of them. [@known2020]\n",),
)

# Percentages, decimals and numbers with a thousands comma; years and small counts are not figures.
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+(?=\s?(?:%|per cent\b|percent\b))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\.\d+")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure in a cited sentence that no cited record has."""
    records = site.registries.sources.entries
    for document in site.documents.values():
        for sentence in document.sentences:
            cited = [records[each] for each in sentence.citations if each in records]
            if cited:
                yield from _differing(sentence, cited)


def _differing(sentence: Sentence, cited: list[SourceRecord]) -> Iterator[Diagnostic]:
    known = {number for record in cited for number in _numbers(record)}
    for figure in _FIGURE.findall(sentence.text):
        if _plain(figure) not in known:
            names = ", ".join(f"`{record.id}`" for record in cited)
            yield RULE.at(
                sentence.span,
                f"the figure {figure} is not in the record of {names}",
                f"the record says: {cited[0].figure or '(no figure)'}",
            )


def _numbers(record: SourceRecord) -> Iterator[str]:
    text = f"{record.claim} {record.figure} {record.caveat} {record.title}"
    return (_plain(number) for number in _NUMBER.findall(text))


def _plain(number: str) -> str:
    return number.replace(",", "").lstrip("0").rstrip(".")

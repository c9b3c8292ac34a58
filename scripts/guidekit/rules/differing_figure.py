"""A figure that its source's record does not hold."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from guidekit.content.schema import SourceRecord
from guidekit.content.sentences import Sentence, citations_of_the_next
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "CITE104",
    "differing-figure",
    "A figure copied wrongly is worse than none, and a citation makes it look right.",
    example="guide",
    valid=(
        "It helped 12% of them. [@known2020]\n",
        "It helped 12% of them. They were students. [@known2020]\n",
        "Between 2019 and 2021, and on 23 November, it helped 2 of them. [@known2020]\n",
    ),
    invalid=(
        "It helped 21% of them. [@known2020]\n",
        "It helped 21% of them. They were students. [@known2020]\n",
        "It helped some of 400 people. [@known2020]\n",
    ),
)

# Percentages, decimals, and numbers of two digits or more. Years, days of a month and what stands
# in a link are no figures.
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_FIGURE = re.compile(
    rf"(?<![\w/.-])(?!(?:19|20)\d\d\b)(?!\d{{1,2}} (?:{_MONTH})\b)"
    r"(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|\d{2,}|\d(?=\s?(?:%|per cent\b|percent\b)))(?![\w/-])"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\.\d+")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure that the record cited for it does not have."""
    records = site.registries.sources.entries
    numbers = {record.id: frozenset(_numbers(record)) for record in records.values()}
    for document in site.documents.values():
        sentences = document.sentences
        for sentence, following in zip_longest(sentences, sentences[1:]):
            ids = sentence.citations or citations_of_the_next(sentence, following)
            cited = [records[each] for each in ids if each in records]
            if cited:
                yield from _differing(sentence, cited, numbers)


def _differing(
    sentence: Sentence, cited: list[SourceRecord], numbers: dict[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    for figure in _FIGURE.findall(sentence.text):
        if not any(_plain(figure) in numbers[record.id] for record in cited):
            names = ", ".join(f"`{record.id}`" for record in cited)
            yield RULE.at(
                sentence.span,
                f"the figure {figure} is not in the record of {names}",
                f"the record says: {cited[0].figure or '(no figure)'}",
            )


def _numbers(record: SourceRecord) -> Iterator[str]:
    text = f"{record.claim} {record.figure} {record.caveat} {record.title} {record.venue}"
    return (_plain(number) for number in _NUMBER.findall(text))


def _plain(number: str) -> str:
    return number.replace(",", "").lstrip("0").rstrip(".")

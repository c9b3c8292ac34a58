"""How a source is named and weighed where it is cited."""

import re

from guidekit.content.registries import Registries
from guidekit.content.schema import SourceRecord

_ID = re.compile(r"\b[a-z_]+\d{4}\b")
_PERSON = re.compile(r"^(?P<surname>[^,]+), (?:[A-Z]\.[ -]?)+$")


def short_name(record: SourceRecord) -> str:
    """Return `Kumar and Epley, 2018`, `Liu and others, 2014` or `Acas, n.d.`."""
    authors = [author.strip() for author in record.authors.split(";")]
    people = [match["surname"] for author in authors if (match := _PERSON.match(author))]
    if not people:
        name = re.split(r"[,(;]", record.authors)[0].strip()
    elif len(people) == 1:
        name = people[0]
    elif len(people) == 2:
        name = f"{people[0]} and {people[1]}"
    else:
        name = f"{people[0]} and others"
    return f"{name}, {record.year or 'n.d.'}"


def strength_in_words(record: SourceRecord, registries: Registries) -> str:
    """Return how far a source carries: `strong: a meta-analysis`, or `official guidance`."""
    strength = _name_sources(record.strength, registries)
    if record.kind in record.strength or record.strength.startswith(("law", "binding")):
        return strength
    key = "source_kind_" + re.sub(r"[^a-z]+", "_", record.kind).strip("_")
    return f"{strength}: {registries.word(key)}"


def caveat_in_words(record: SourceRecord, registries: Registries) -> str:
    """Return what a source does not show."""
    return _name_sources(record.caveat, registries)


def _name_sources(text: str, registries: Registries) -> str:
    """Name the sources that a record gives by their ids as a citation would."""
    known = registries.sources.entries
    return _ID.sub(
        lambda match: short_name(known[match[0]]) if match[0] in known else match[0], text
    )


def checked_in_words(record: SourceRecord, registries: Registries) -> str:
    """Return how the source was looked at for this site."""
    return registries.word(f"source_{record.verified}")


def capitalised(text: str) -> str:
    """Return text with a capital letter at its start, and the rest as it is."""
    return text[:1].upper() + text[1:]

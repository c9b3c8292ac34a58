"""How a source is named and weighed where it is cited."""

import re

from guidekit.content.registries import Registries
from guidekit.content.schema import SourceRecord

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
    """Return how far a source carries: `strong, a meta-analysis`, or `official guidance`."""
    if record.kind in record.strength or record.strength.startswith(("law", "binding")):
        return record.strength
    key = "source_kind_" + re.sub(r"[^a-z]+", "_", record.kind).strip("_")
    return f"{record.strength}, {registries.word(key)}"

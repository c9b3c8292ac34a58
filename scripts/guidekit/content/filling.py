"""An email as a reader would send it: each placeholder filled with the example of its field."""

from collections.abc import Iterable

from guidekit.content.email import Email
from guidekit.content.placeholders import Segment
from guidekit.content.registries import Registries


def fill_subject(email: Email, registries: Registries) -> str:
    """Return the subject with examples in place of the placeholders."""
    return _fill(email.subject, registries)


def fill_body(email: Email, registries: Registries) -> str:
    """Return the text with examples in place of the placeholders."""
    return "\n".join(_fill(line, registries) for line in email.body)


def _fill(segments: Iterable[Segment], registries: Registries) -> str:
    return "".join(
        segment if isinstance(segment, str) else _example(segment.name, registries)
        for segment in segments
    )


def _example(name: str, registries: Registries) -> str:
    facts = registries.fields.entries.get(name)
    return facts.example if facts else name.replace("_", " ")

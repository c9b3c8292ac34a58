"""What front matter and data files may hold: one pydantic model for each."""

import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Stage(StrEnum):
    """Where on the path from the rejection to the next application a page belongs."""

    FIRST_HOURS = "first-hours"
    REPLY = "reply"
    FEEDBACK = "feedback"
    REFLECT = "reflect"
    PLAN = "plan"
    RESTART = "restart"
    SUPPORT = "support"


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
PageText = Annotated[str, StringConstraints(pattern=r"^[^<>{}\n]*\S[^<>{}\n]*$")]
SentenceId = Annotated[str, StringConstraints(pattern=r"^S[1-9][0-9]*$")]
PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md$")]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PageMeta(_Model):
    """Front matter that every page has."""

    title: Annotated[PageText, Field(max_length=60)]
    description: Annotated[PageText, Field(max_length=160)]
    stage: Stage
    reviewed: datetime.date
    covers: tuple[SentenceId, ...] = ()


class GuideMeta(PageMeta):
    """Front matter of a guide: it always leads on to something."""

    next: Annotated[tuple[PagePath, ...], Field(min_length=1)]


class EmailMeta(PageMeta):
    """Front matter of an email: the situation of the reader that it answers."""

    situation: Slug


class FieldFacts(_Model):
    """One placeholder that emails may use, as `docs/_data/fields.yml` describes it."""

    label: Annotated[str, Field(min_length=1, max_length=40)]
    hint: str
    example: str
    kind: Literal["text", "multiline", "date", "email"]
    autocomplete: str = "off"
    required: bool = True


class Situation(_Model):
    """One situation a reader can be in, as `docs/_data/situations.yml` lists it."""

    slug: Slug
    label: str
    heard: tuple[Literal["email", "message", "call", "voicemail", "letter", "silence"], ...]
    reached: tuple[Literal["application", "interview", "final-round"], ...]
    want: Literal["reply", "ask", "follow-up", "look-back"]
    guide: PagePath
    checklist: PagePath


class SourceRecord(_Model):
    """One piece of evidence, as `docs/_data/sources.yml` records it."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$")]
    title: str
    authors: str
    year: int | None
    venue: str
    doi: str = ""
    url: str
    kind: str
    strength: str
    claim: str
    figure: str = ""
    caveat: str
    verified: Literal["found", "known"]
    topics: tuple[str, ...] = ()


def kind_of(section: str) -> type[PageMeta]:
    """Return the schema for pages in a folder of `docs/` (`guides`, `emails`, ...)."""
    return _BY_SECTION.get(section, PageMeta)


_BY_SECTION: dict[str, type[PageMeta]] = {"guides": GuideMeta, "emails": EmailMeta}

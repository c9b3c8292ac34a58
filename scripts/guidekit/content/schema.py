"""What front matter and data files may hold: one pydantic model for each."""

import datetime
import re
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from guidekit.content.signs import Sign
from guidekit.content.tone_pattern import read_tone_pattern


class Stage(StrEnum):
    """Where on the path from the rejection to the next application a page belongs."""

    FIRST_HOURS = "first-hours"
    REPLY = "reply"
    FEEDBACK = "feedback"
    REFLECT = "reflect"
    PLAN = "plan"
    RESTART = "restart"
    SUPPORT = "support"


def _refuse_entities(text: object) -> object:
    if isinstance(text, str) and re.search(r"&#?\w+;", text):
        raise PydanticCustomError("entity", "write the sign itself, not its HTML entity")
    return text


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
_PLAIN = r"^[^<>{}\n]*\S[^<>{}\n]*$"
_NoEntities = BeforeValidator(_refuse_entities)
PageText = Annotated[str, StringConstraints(pattern=_PLAIN), _NoEntities]
Title = Annotated[str, StringConstraints(pattern=_PLAIN, max_length=60), _NoEntities]
Description = Annotated[str, StringConstraints(pattern=_PLAIN, max_length=160), _NoEntities]
SentenceId = Annotated[str, StringConstraints(pattern=r"^S[1-9][0-9]*$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'\\]+$")]
# Templates print these words; a mark of HTML in them would be HTML on every page.
Words = Annotated[str, StringConstraints(pattern=r"^[^<>]*$")]
PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md$")]


Heard = Literal["email", "message", "call", "voicemail", "letter", "silence"]
Reached = Literal["application", "interview", "final-round"]
Want = Literal["reply", "ask", "follow-up", "look-back"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PageMeta(_Model):
    """Front matter that every page has."""

    title: Title
    description: Description
    stage: Stage
    reviewed: datetime.date
    covers: tuple[SentenceId, ...] = ()
    # Words a reader may type that the page itself does not say; only the search sees them.
    tags: tuple[PageText, ...] = ()
    # Where a reader goes from here; without it, the next steps of the folder (mkdocs.yml).
    next: tuple[PagePath, ...] = ()


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
    # Lines to choose from beside writing one's own, and how many of them fit.
    suggestions: tuple[PageText, ...] = ()
    most_lines: Annotated[int, Field(ge=1)] = 3
    # A name of a person, a company or a place: capital letters, and no spell check.
    proper_name: bool = False

    @model_validator(mode="after")
    def _only_lines_are_suggested(self) -> Self:
        if self.suggestions and self.kind != "multiline":
            raise PydanticCustomError(
                "suggestions", "suggestions are lines, so they need `kind: multiline`"
            )
        return self


class Situation(_Model):
    """One situation a reader can be in, as `docs/_data/situations.yml` lists it."""

    slug: Slug
    label: str
    heard: tuple[Heard, ...]
    reached: tuple[Reached, ...]
    message: tuple[Sign, ...] = ()
    want: Want
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
    url: WebAddress
    kind: str
    strength: str
    claim: str
    figure: str = ""
    caveat: str
    verified: Literal["found", "known"]
    topics: tuple[str, ...] = ()


class _Strings(_Model):
    strings: dict[str, Words]
    # The words of the plan, and of the box for a message, which only their pages hold.
    plan_strings: dict[str, Words] = {}
    paste_strings: dict[str, Words] = {}


class InterfaceWords(_Model):
    """The whole of `docs/_data/strings.yml`.

    The site's configuration takes this file in as a part of itself, so nothing else may be there.
    """

    extra: _Strings


class ReleasedIds(_Model):
    """The whole of `docs/_data/released-ids.yml`: ids of items, by the path of their page."""

    released: dict[PagePath, tuple[Slug, ...]] = {}
    retired: dict[PagePath, tuple[Slug, ...]] = {}


class RightWords(RootModel[dict[str, PageText]]):
    """The whole of `docs/_data/words.yml`: words that look misspelt, and why each is right."""


class Article(_Model):
    """The whole of `docs/_data/article.yml`: what each sentence of the article says."""

    sentences: dict[SentenceId, str]


class TonePhrase(_Model):
    """Words that a reader may wish unsent, as `docs/_data/tone.json` lists them.

    `pattern` is written as a list of phrases. In each a space stands for any run of white space;
    case does not matter; only whole words match. `better` is a kinder wording, or what to do.
    """

    id: Slug
    kind: Literal["argument", "blame", "begging", "guilt", "passive-aggression", "desperation"]
    pattern: Annotated[str, BeforeValidator(read_tone_pattern)]
    better: Annotated[PageText, Field(max_length=120)]


def kind_of(section: str) -> type[PageMeta]:
    """Return the schema for pages in a folder of `docs/` (`guides`, `emails`, ...)."""
    return _BY_SECTION.get(section, PageMeta)


_BY_SECTION: dict[str, type[PageMeta]] = {"guides": GuideMeta, "emails": EmailMeta}

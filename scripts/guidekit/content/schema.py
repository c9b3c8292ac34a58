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
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError


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


Heard = Literal["email", "message", "call", "voicemail", "letter", "silence"]
Reached = Literal["application", "interview", "final-round"]
Want = Literal["reply", "ask", "follow-up", "look-back"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PageMeta(_Model):
    """Front matter that every page has."""

    title: Annotated[PageText, Field(max_length=60)]
    description: Annotated[PageText, Field(max_length=160)]
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
    url: str
    kind: str
    strength: str
    claim: str
    figure: str = ""
    caveat: str
    verified: Literal["found", "known"]
    topics: tuple[str, ...] = ()


# What `*` stands for in a pattern: up to three words of the same sentence.
_FEW_WORDS = r"(?:[\w'-]+,? ){0,3}"


def _read_tone_pattern(phrases: object) -> str:
    """Turn phrases into one regular expression that Python and a browser read alike.

    No writer's repetition is without an end, so the time that a search takes grows with the text
    and no faster. The browser (`lib/tone-check.js`) makes the same expression.
    """
    if not isinstance(phrases, list) or not all(isinstance(each, str) for each in phrases):
        raise _not_a_pattern("write a list of phrases")
    pattern = "|".join(phrases)
    if not re.fullmatch(r"([a-z0-9' ,()|?-]|(?<=[ (])\* )+", pattern) or "(?" in pattern:
        raise _not_a_pattern("only a-z, 0-9, spaces, ' , - ( | ) ? and * before a word are allowed")
    if any(phrase != phrase.strip() for phrase in phrases):
        raise _not_a_pattern("a phrase begins or ends with a space")
    try:
        if re.fullmatch(pattern.replace("* ", "()"), ""):
            raise _not_a_pattern("it would find phrases without words")
    except (re.error, RecursionError) as error:
        raise _not_a_pattern(str(error)) from error
    return pattern.replace("(", "(?:").replace("* ", _FEW_WORDS)


def _not_a_pattern(problem: str) -> PydanticCustomError:
    return PydanticCustomError("tone_pattern", "not a pattern: {problem}", {"problem": problem})


class TonePhrase(_Model):
    """Words that a reader may wish unsent, as `docs/_data/tone.json` lists them.

    `pattern` is written as a list of phrases. In each a space stands for any run of white space;
    case does not matter; only whole words match. `better` is a kinder wording, or what to do.
    """

    id: Slug
    kind: Literal["argument", "blame", "begging", "guilt", "passive-aggression", "desperation"]
    pattern: Annotated[str, BeforeValidator(_read_tone_pattern)]
    better: Annotated[PageText, Field(max_length=120)]


def kind_of(section: str) -> type[PageMeta]:
    """Return the schema for pages in a folder of `docs/` (`guides`, `emails`, ...)."""
    return _BY_SECTION.get(section, PageMeta)


_BY_SECTION: dict[str, type[PageMeta]] = {"guides": GuideMeta, "emails": EmailMeta}

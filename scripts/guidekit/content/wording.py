"""The form of `docs/_data/decode.en.json`: how messages about a job are worded."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, create_model

from guidekit.content.phrases import BAD_PHRASE, circle_in, phrase_problems
from guidekit.content.signs import MessageStage, Signal
from guidekit.content.validation import validate
from guidekit.content.yamltext import YamlValue
from guidekit.diagnostics import Diagnostic

# Texts may be parted by `|`, so one is as good as a list.
Phrases = Annotated[
    tuple[str, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
]
# Words with single spaces between.
_List = Annotated[str, StringConstraints(pattern=r"^\S+( \S+)*$")]
_Guard = Literal[
    "before", "third", "near", "next", "after", "within", "exempt", "ends", "not", "you"
]
_Lead = Literal["at", "company", "either", "role"]
_Line = Literal["greeting", "closing", "company", "role"]
_Known = Literal[
    "academic", "generic", "heads", "hr", "job", "legal", "nearJob", "nobody", "org", "place",
    "platform", "small", "tail", "team", "titles", "verb",
]  # fmt: skip
_STRICT = ConfigDict(extra="forbid", frozen=True)


def _group(name: str, keys: Any, kind: Any) -> Any:
    """Make a model that has exactly these keys, which the page's scripts ask for by name."""
    fields: dict[str, Any] = dict.fromkeys(get_args(keys), (kind, ...))
    return create_model(name, __config__=_STRICT, **fields)


class Tier(BaseModel):
    """Phrases that speak for a kind of message, and how strongly."""

    model_config = _STRICT

    tier: str
    kind: Literal["rejection", "offer", "invitation", "pending", "receipt", "request", "other"]
    weight: Annotated[int, Field(ge=1)]
    signal: Signal | None = None
    job: bool = False  # about one, though the kind is `other`
    phrases: Phrases


Wording = create_model(
    "Wording",
    __config__=_STRICT,
    about=(tuple[str, ...], ...),
    words=(dict[str, Phrases], ...),
    tiers=(tuple[Tier, ...], ...),
    context=(Phrases, ...),
    guards=(_group("Guards", _Guard, Phrases), ...),
    signals=(_group("Signals", Signal, Phrases), ...),
    stages=(_group("Stages", MessageStage, Phrases), ...),
    leads=(_group("Leads", _Lead, Phrases), ...),
    footer=(Phrases, ...),
    intro=(Phrases, ...),
    lines=(_group("Lines", _Line, Phrases), ...),
    lists=(_group("Lists", _Known, _List), ...),
)


def check_wording(value: YamlValue) -> Iterator[Diagnostic]:
    """Find what is wrong with the file: its keys, then each phrase."""
    problems = validate(Wording, value)[1]
    yield from problems
    words = value.children.get("words")
    names = words.data if words and isinstance(words.data, dict) else {}
    for each in _phrases(value):
        yield from phrase_problems(each, names)
    circle = circle_in(names) if words and not problems else None
    if words and circle:
        message = f"the phrases of `{circle}` lead back to it"
        help = "write out one `<name>` of those that name each other"
        yield BAD_PHRASE.at(words.keys[circle], message, help)


def _phrases(value: YamlValue) -> Iterator[YamlValue]:
    for name, part in value.children.items():
        if name in ("context", "footer", "intro"):
            yield part
        elif name == "tiers":
            tiers = part.children.values()
            yield from (tier.children["phrases"] for tier in tiers if "phrases" in tier.children)
        elif name in ("words", "guards", "signals", "stages", "leads", "lines"):
            yield from part.children.values()

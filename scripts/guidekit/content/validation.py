"""Checking YAML data against a model, with pydantic's complaints as diagnostics."""

from collections.abc import Iterator
from typing import TypeGuard, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidekit.content.yamltext import YamlValue
from guidekit.diagnostics import Diagnostic, Rule, closest

UNKNOWN_KEY = Rule(
    "META103",
    "unknown-key",
    "A misspelt key is ignored by the site without a word.",
    example="front matter",
    valid=("covers: [S1]\n",),
    invalid=("cover: [S1]\n",),
)
MISSING_KEY = Rule(
    "META104",
    "missing-key",
    "Cards, search results and the path through the site are made from these keys.",
    example="front matter",
    invalid=("title:\n",),
)
INVALID_VALUE = Rule(
    "META105",
    "invalid-value",
    "A value of the wrong kind shows as nonsense on a card, or leaves the page out of a list.",
    example="front matter",
    valid=("stage: reply\n",),
    invalid=("stage: replying\n", "reviewed: yesterday\n", "title: <b>Bold</b>\n"),
)
RULES = (UNKNOWN_KEY, MISSING_KEY, INVALID_VALUE)


Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], value: YamlValue) -> tuple[Model | None, list[Diagnostic]]:
    """Check YAML data against a model; returns the model, or None and every problem in it."""
    try:
        return model.model_validate(value.data), []
    except ValidationError as error:
        errors = error.errors()
        return None, [
            _diagnostic(model, value, each) for each in errors if not _only_follows(each, errors)
        ]


def _only_follows(details: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """Whether a list is too short only because what is in it was refused."""
    place = details["loc"]
    deeper = [each["loc"] for each in errors if len(each["loc"]) > len(place)]
    return details["type"] == "too_short" and any(each[: len(place)] == place for each in deeper)


def _diagnostic(model: type[BaseModel], value: YamlValue, details: ErrorDetails) -> Diagnostic:
    location = details["loc"]
    name = ".".join(str(step) for step in location) or "the file"
    parent = value.find(location[:-1])
    if details["type"] == "extra_forbidden":
        span = parent.keys.get(location[-1], parent.span)
        known = list(_model_at(model, location[:-1]).model_fields)
        return UNKNOWN_KEY.at(span, f"`{name}` is not a known key", _key_help(str(name), known))
    if details["type"] == "missing":
        help = f"add a line `{location[-1]}: ...`"
        return MISSING_KEY.at(parent.span, f"`{name}` is missing", help)
    given = value.find(location)
    if given.data is None:
        return MISSING_KEY.at(given.span, f"`{name}` has no value", f"write it after `{name}:`")
    return INVALID_VALUE.at(given.span, f"`{name}`: {_complaint(details)}", _value_help(details))


def _model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    """Return the model of what stands at a place, else the nearest one around it."""
    for step in location:
        kinds = [model.model_fields[step].annotation] if step in model.model_fields else []
        kinds += [inner for kind in kinds for inner in get_args(kind)]
        model = next((kind for kind in kinds if _is_model(kind)), model)
    return model


def _is_model(kind: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _key_help(name: str, known: list[str]) -> str:
    match = closest(name, known)
    return f"did you mean `{match}`?" if match else f"the keys here are {', '.join(known)}"


def _complaint(details: ErrorDetails) -> str:
    context = details.get("ctx") or {}
    match details["type"]:
        case "string_too_long":
            return f"{len(details['input'])} characters; at most {context['max_length']}"
        case "enum" | "literal_error":
            return f"`{details['input']}` is not one of {context['expected']}"
        case "string_pattern_mismatch":
            return f"`{details['input']}` is not in the form expected"
    message = details["msg"]
    return message[0].lower() + message[1:]


_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "write it in kebab-case: small letters, digits and hyphens",
    r"^[^<>{}\n]*\S[^<>{}\n]*$": "write plain words on one line, without < > { or }",
    r"^S[1-9][0-9]*$": "write the number of a sentence of the article, such as S12",
    r"^[a-z0-9/-]+\.md$": "write a path inside docs/, such as emails/thank-you.md",
    r"^https?://\S+$": "write a web address that begins with https://; `*` stands for anything",
    r"^https?://[^\s<>\"'\\]+$": "write the whole address, beginning with https://",
    r"^[^<>]*$": "write plain words, without < and >",
    r"^\S+( \S+)*$": "write words with one space between them",
    r"^[a-z0-9_]+$": "write small letters, digits and underscores",
}


def _value_help(details: ErrorDetails) -> str:
    context = details.get("ctx") or {}
    match details["type"]:
        case "string_too_long":
            return "shorten it; cards and search results cut it off otherwise"
        case "enum" | "literal_error":
            return _choice_help(str(details["input"]), context["expected"])
        case "string_pattern_mismatch":
            return _FORMS[context["pattern"]]
        case "entity":
            return "type & as it is, and < or > not at all"
        case "tuple_type":
            return "write a list: [one, two]"
        case "too_short":
            return "name at least one"
        case kind if kind.startswith("date"):
            return "write a date as year-month-day, such as 2026-11-23"
    return "see docs/contribute/index.md for what each key holds"


def _choice_help(given: str, expected: str) -> str:
    match = closest(given, _quoted(expected))
    return f"did you mean `{match}`?" if match else f"choose one of {expected}"


def _quoted(expected: str) -> Iterator[str]:
    yield from expected.split("'")[1::2]

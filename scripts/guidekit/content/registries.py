"""The data files in `docs/_data/`: what content may refer to, each a fact in one place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from guidekit.content.reading import read_source
from guidekit.content.schema import (
    Article,
    FieldFacts,
    InterfaceWords,
    ReleasedIds,
    RightWords,
    Situation,
    SourceRecord,
    TonePhrase,
)
from guidekit.content.source import SourceText
from guidekit.content.validation import INVALID_VALUE, validate
from guidekit.content.wording import check_wording
from guidekit.content.yamltext import YamlValue, parse_yaml
from guidekit.diagnostics import Diagnostic, Rule, Span

MISSING_DATA = Rule(
    "DATA101", "missing-data-file", "Placeholders, situations and citations are checked against it."
)
DUPLICATE_ENTRY = Rule(
    "DATA102",
    "duplicate-entry",
    "Two entries of one name: only one can be meant.",
    example="situations",
)
RULES = (MISSING_DATA, DUPLICATE_ENTRY)


Entry = TypeVar("Entry")
Model = TypeVar("Model", bound=BaseModel)


@dataclass
class Registry(Generic[Entry]):
    """The entries of one data file by name, in its order, and where each stands."""

    path: str
    entries: dict[str, Entry] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass
class Released:
    """The ids of released versions; `spans` holds the place of each as `page.md#id`."""

    span: Span
    ids: ReleasedIds = field(default_factory=ReleasedIds)
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass
class Registries:
    """Every data file.

    `strings` holds interface words, `article` what each sentence says, `words` why a word that
    looks misspelt is right, `texts` the text of each file by its path inside `docs`.
    """

    fields: Registry[FieldFacts]
    situations: Registry[Situation]
    sources: Registry[SourceRecord]
    article: Registry[str]
    tone: Registry[TonePhrase]
    words: Registry[str]
    strings: dict[str, str]
    released: Released
    texts: dict[str, SourceText] = field(default_factory=dict)

    def word(self, key: str, **values: object) -> str:
        """Return words of the interface with `{names}` filled in; the key if there are none."""
        text = self.strings.get(key, key)
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text


def load_registries(docs: Path, prefix: str) -> tuple[Registries, list[Diagnostic]]:
    """Read `docs/_data/`; `prefix` is how the user typed the way to `docs`."""
    reader = _Reader(docs, prefix)
    registries = Registries(
        fields=reader.mapping("fields.yml", FieldFacts),
        situations=reader.listing("situations.yml", Situation, "slug"),
        sources=reader.listing("sources.yml", SourceRecord, "id"),
        article=reader.texts("article.yml", Article, "sentences"),
        tone=reader.listing("tone.json", TonePhrase, "id", "phrases"),
        words=reader.texts("words.yml", RightWords),
        strings=reader.texts("strings.yml", InterfaceWords, "extra", "strings").entries,
        released=reader.released("released-ids.yml"),
        texts=reader.read,
    )
    reader.wording("decode.en.json")
    return registries, reader.problems


class _Reader:
    """Reads data files and collects what is wrong with them."""

    def __init__(self, docs: Path, prefix: str) -> None:
        self._docs = docs
        self._prefix = prefix
        self.problems: list[Diagnostic] = []
        self.read: dict[str, SourceText] = {}

    def mapping(self, name: str, model: type[Model]) -> Registry[Model]:
        registry, value = self._read(name)
        for key, child in self._children(value, dict):
            self._add(registry, str(key), child, model, value.keys[key] if value else child.span)
        return registry

    def listing(self, name: str, model: type[Model], key: str, *location: str) -> Registry[Model]:
        registry, value = self._read(name)
        for _, child in self._children(value and value.find(location), list):
            entry_name = child.data.get(key) if isinstance(child.data, dict) else None
            self._add(registry, str(entry_name), child, model, child.span)
        return registry

    def texts(self, name: str, model: type[BaseModel], *location: str) -> Registry[str]:
        """Read a mapping of texts at `location` in a file whose whole form `model` describes."""
        registry: Registry[str]
        registry, value = self._read(name)
        if value is None:
            return registry
        self.problems += validate(model, value)[1]
        for key, child in value.find(location).children.items():
            registry.entries[str(key)] = str(child.data)
            registry.spans[str(key)] = child.span
        return registry

    def released(self, name: str) -> Released:
        registry, value = self._read(name)
        released = Released(Span(registry.path))
        if value is not None:
            ids, problems = validate(ReleasedIds, value)
            self.problems += problems
            released.ids = ids or released.ids
            for page, child in value.find(("released",)).children.items():
                for each in child.children.values():
                    released.spans[f"{page}#{each.data}"] = each.span
        return released

    def wording(self, name: str) -> None:  # of messages, which a site may do without
        value = self._read(name)[1] if (self._docs / "_data" / name).exists() else None
        self.problems += check_wording(value) if value else []

    def _read(self, name: str) -> tuple[Registry[Any], YamlValue | None]:
        path = f"{self._prefix}/_data/{name}"
        file = self._docs / "_data" / name
        if not file.exists():
            help = "copy it from the project, or write it anew"
            self.problems.append(MISSING_DATA.at(Span(path), "the file does not exist", help))
            return Registry(path), None
        source, problems = read_source(file, self._docs, path)
        self.problems += problems
        if source is None:
            return Registry(path), None
        self.read[f"_data/{name}"] = source
        value, problems = parse_yaml(source.text, source)
        self.problems += problems
        return Registry(path), value

    def _children(
        self, value: YamlValue | None, kind: type
    ) -> Iterator[tuple[str | int, YamlValue]]:
        if value is None:
            return
        if not isinstance(value.data, kind):
            word = "a list" if kind is list else "keys with values"
            self.problems.append(
                INVALID_VALUE.at(value.span, f"expected {word}", "see the entries in the project")
            )
            return
        yield from value.children.items()

    def _add(
        self,
        registry: Registry[Model],
        name: str,
        value: YamlValue,
        model: type[Model],
        span: Span,
    ) -> None:
        entry, problems = validate(model, value)
        self.problems += problems
        if entry is None:
            return
        if name in registry.entries:
            message = f"`{name}` is given twice"
            self.problems.append(DUPLICATE_ENTRY.at(span, message, "keep one of the two entries"))
        registry.entries[name] = entry
        registry.spans[name] = span

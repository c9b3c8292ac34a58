"""What the linters find, as diagnostics: started early, read late, and asked only about news.

Loaded without the model of the content, so that the linters run while that is loaded.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidekit.diagnostics import Diagnostic, Span
from guidekit.linters.spelling import SPELLING, Typo, read_spelling, start_spelling
from guidekit.linters.style import StyleFault, read_style, start_style, style_rules

if TYPE_CHECKING:
    from guidekit.content.document import Document
    from guidekit.content.site import Site
    from guidekit.content.source import SourceText

# The data files whose words readers see.
_SPELT_DATA = ("_data/fields.yml", "_data/situations.yml", "_data/strings.yml")


class Linting:
    """The linters over one state of the files.

    `known` are earlier results by the digest of a text; those of this state are added.
    """

    def __init__(self, docs: Path, known: dict[str, list[Any]], digests: dict[str, str]) -> None:
        """Start the linters over every text that is not known."""
        self._docs = docs
        self._known = known
        self._digests = digests
        self._paths = [path for path in self._digests if _is_linted(path)]
        news = {path: docs / path for path in self._paths if self._digests[path] not in known}
        news = {path: file for path, file in news.items() if _is_text(file)}
        self._news = sorted(news)
        if news:
            self._spelling = start_spelling(news[path] for path in self._news)
            pages = {path: _read(news[path]) for path in self._news if path.endswith(".md")}
            self._style = start_style({path: text for path, text in pages.items() if text})

    def problems(self, site: "Site") -> Iterator[Diagnostic]:
        """Wait for the linters and yield what they found in the pages and data of a site."""
        if self._news:
            self._take_in()
        for path in self._paths:
            for kind, *values in self._known.get(self._digests[path], ()):
                source, document = site.source_of(path), site.documents.get(path)
                if source and kind == "typo":
                    yield from _misspelt(Typo(*values), source, document, site)
                elif document and kind == "style":
                    yield _broken_style(StyleFault(*values), document.source)

    def _take_in(self) -> None:
        for path in self._news:
            self._known[self._digests[path]] = []
        start = len(self._docs.as_posix()) + 1
        for name, typo in read_spelling(self._spelling):
            self._add(name[start:], "typo", dataclasses.astuple(typo))
        for path, fault in read_style(self._style):
            self._add(path, "style", dataclasses.astuple(fault))

    def _add(self, path: str, kind: str, values: tuple[Any, ...]) -> None:
        self._known[self._digests[path]].append([kind, *values])


def _is_linted(path: str) -> bool:
    is_page = path.endswith(".md") and not path.startswith((".", "_data/")) and "/." not in path
    return is_page or path in _SPELT_DATA


def _is_text(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _read(file: Path) -> str:
    try:
        text = file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return ""
    return "" if "\0" in text else text


def _misspelt(
    typo: Typo, source: "SourceText", document: "Document | None", site: "Site"
) -> Iterator[Diagnostic]:
    from guidekit.checking.words import is_word_to_spell

    span = _place(source, typo.line, typo.column)
    if is_word_to_spell(span, typo.word, source, document, site.registries.words):
        if typo.better:
            better = " or ".join(f"`{word}`" for word in typo.better[:3])
            help = f"did you mean {better}? A name can be added to {site.registries.words.path}"
        else:
            help = "write another word"
        yield SPELLING.at(span, f"`{typo.word}` is misspelt", help)


def _broken_style(fault: StyleFault, source: "SourceText") -> Diagnostic:
    rule = style_rules()[fault.code]
    message = fault.message[:1].lower() + fault.message[1:]
    return rule.rule.at(_place(source, fault.line, fault.column), message, rule.help)


def _place(source: "SourceText", line: int, column: int) -> Span:
    """Return a place whose column counts bytes as one that counts characters."""
    if line > len(source.lines):
        return source.span(len(source.lines))
    before = source.lines[line - 1].encode()[: column - 1]
    return source.span(line, len(before.decode(errors="ignore")) + 1)

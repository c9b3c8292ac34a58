"""How hard a text is to read: the Flesch-Kincaid grade, the years of school it asks for.

    0.39 * words per sentence + 11.8 * syllables per word - 15.59

The formula is that of Kincaid, Fishburne, Rogers and Chissom (1975). Syllables are counted by
the vowels that are heard; a test holds the counts against a pronouncing dictionary.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-zÀ-ɏ]+)*|\d+")
_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
# Endings whose e is not heard (made, moves, liked), and those where it is (table, houses, wanted).
_SILENT = re.compile(r"(?:(?<![td])ed|(?<![sxzcg])(?<!ch)(?<!sh)es|(?<![aeiouy])e)$")
_HEARD = re.compile(r"[^aeiouy]l(?:es?|ed)$")
# Two vowels that are heard apart.
_APART = re.compile(
    r"i(?:a(?!l\b|n)|o(?!n|us)|u|er\b|et\b)|eo(?!ple)|u[ao](?!l?ly)|ying\b|[^q]ui(?:ng|ty)"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formula counts in a text."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; 0 for a text without words."""
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def count_text(sentences: Iterable[str]) -> Counts:
    """Count the words and syllables of sentences of plain text; those without words are none."""
    texts = list(sentences)
    words = _WORD.findall("|".join(texts))  # no word goes beyond a bar
    syllables = sum(map(count_syllables, map(str.lower, words)))
    return Counts(len(words), sum(map(_has_words, texts)), syllables)


def _has_words(text: str) -> bool:
    return _WORD.search(text) is not None


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Count the syllables of a word in small letters; a number counts as one."""
    if word.isdigit():
        return 1
    word = re.sub(r"['’](?:s|ve|re|ll|d|m|t)$", "", word)
    heard = word if _HEARD.search(word) else _SILENT.sub("", word)
    count = len(_VOWELS.findall(heard)) + len(_APART.findall(heard))
    return max(1, count)


# Most sentences are words and no more.
_NO_MARKUP = re.compile(r"[^\W\d_][^\[\]{}<*_`\"\n]*")
_REMARK = re.compile(r"\[@[^\]]*\]|\{[^{}]*\}|<!--.*?-->")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_OPENING = re.compile(r"^\s*(?:[-*+>]|\d+\.|(?:!!!|\?\?\?\+?) ?\w*)\s+", re.MULTILINE)
_EMPHASIS = re.compile(r"[*_`\"]|\[[ x]\]")


def plain_text(markdown: str) -> str:
    """Return a sentence of Markdown as a reader sees it, on one line."""
    text = markdown
    if not _NO_MARKUP.fullmatch(text):
        # Each is looked for only where what it begins with is there: most lines have little.
        if "[@" in text or "{" in text or "<!--" in text:
            text = _REMARK.sub("", text)
        if "](" in text:
            text = _LINK.sub(r"\1", text)
        text = _OPENING.sub("", text)
        if "[" in text or "*" in text or "_" in text or "`" in text or '"' in text:
            text = _EMPHASIS.sub("", text)
    return " ".join(text.split())


# Signs at either end of a line that are no words.
_SIGNS = "#>|!-: "


def count_words(lines: Iterable[str]) -> int:
    """Count the words that a reader sees in lines of Markdown."""
    return sum(map(_words_in, lines))


def _words_in(line: str) -> int:
    if not _NO_MARKUP.fullmatch(line):
        return len(plain_text(line).strip(_SIGNS).split())
    words = line.split()
    while words and not words[-1].strip(_SIGNS):
        words.pop()
    return len(words)

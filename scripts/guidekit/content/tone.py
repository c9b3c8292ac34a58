"""Finding phrases that a reader may wish unsent, from the list in `docs/_data/tone.json`.

The browser searches in the same way (`lib/tone.js`): a test holds the two to the same answers.
"""

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guidekit.content.schema import TonePhrase
from guidekit.content.screen import Screen

# Written out because `\s` does not mean the same to Python and to a browser.
_WHITE_SPACE = (*range(9, 14), 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B))
_WHITE_SPACE += (0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF)
_APOSTROPHES = "\u2018\u2019\u02bc\xb4`"
_EVENING = {
    **dict.fromkeys(_WHITE_SPACE, " "),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **{ord(letter): letter.lower() for letter in string.ascii_uppercase},
}
_SPACES = re.compile(" +")


@dataclass(frozen=True, slots=True)
class ToneMatch:
    """A phrase found in a text, at `text[start:end]`."""

    start: int
    end: int
    phrase: TonePhrase


def find_tone(text: str, phrases: Iterable[TonePhrase]) -> list[ToneMatch]:
    """Return the phrases found in a text, in its order.

    No two overlap: the one that begins first stays, and of two that begin together the longer.
    """
    even = text.translate(_EVENING)
    plain = _SPACES.sub(" ", even)
    found = [
        (match.start(), match.end(), phrase)
        for phrase in phrases_in(plain, phrases)
        for match in compile_phrase(phrase).finditer(plain)
    ]
    if not found:
        return []
    # For each character of the text as patterns see it, its place in the text.
    places = [at for at, c in enumerate(even) if c != " " or not at or even[at - 1] != " "]
    kept: list[ToneMatch] = []
    for start, end, phrase in sorted(found, key=lambda match: (match[0], -match[1])):
        if not kept or places[start] >= kept[-1].end:
            kept.append(ToneMatch(places[start], places[end - 1] + 1, phrase))
    return kept


def phrases_in(plain: str, phrases: Iterable[TonePhrase]) -> Iterator[TonePhrase]:
    """Yield the phrases that are in a text, its white space and letters made even.

    One look at the text tells of all, where looking for each takes as many as there are.
    """
    phrases = tuple(phrases)
    numbers = _screen(tuple(each.pattern for each in phrases)).find(plain)
    return (phrases[number] for number in numbers)


@cache
def _screen(patterns: tuple[str, ...]) -> Screen:
    return Screen(map(_expression, patterns))


def compile_phrase(phrase: TonePhrase) -> re.Pattern[str]:
    """Return the expression that finds a phrase in an even text."""
    return _compiled(phrase.pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_expression(pattern), re.ASCII)


def _expression(pattern: str) -> str:
    return rf"\b(?:{pattern})\b"

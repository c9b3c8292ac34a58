"""The phrases of the real site, phrases made for a test, and text made from phrases."""

import re
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from guidekit.content.registries import load_registries
from guidekit.content.schema import TonePhrase

DOCS = Path(__file__).parents[2] / "docs"


@cache
def our_phrases() -> tuple[TonePhrase, ...]:
    """Return the phrases of docs/_data/tone.json."""
    registries, problems = load_registries(DOCS, "docs")
    assert problems == []
    return tuple(registries.tone.entries.values())


def a_phrase(pattern: str) -> TonePhrase:
    """Return a phrase with this pattern, as tone.json would give it."""
    lines = re.sub(r"\n +", "", pattern).splitlines()
    values = {"id": "a-phrase", "kind": "begging", "pattern": lines, "better": "Leave it out."}
    return TonePhrase.model_validate(values)


def words_of(phrase: TonePhrase) -> st.SearchStrategy[str]:
    """Return a strategy for words that the pattern of a phrase describes."""
    words = st.from_regex(re.compile(phrase.pattern, re.ASCII), fullmatch=True)
    # The end of a short form, such as 'm, stands in one word with what is before it.
    return words.map(lambda text: f"I{text}" if text.startswith("'") else text)

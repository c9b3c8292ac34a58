"""The phrases of the data file mean what the expressions mean that one would write for them."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidekit.decode.page import DATA
from tests.decode.messages import read_messages
from tests.decode.node import answering

Spans = list[list[int]]
Find = Callable[..., Spans]

WORDS = {"not": ["(is|was)( just)? not", "not", "can ?not"], "what": ["<not> (a|an)", "nothing"]}


@pytest.fixture(scope="session")
def find() -> Iterator[Find]:
    """Return a function that finds phrases in a text."""
    with answering("find_phrases.mjs") as ask:
        yield lambda phrases, text, words=WORDS: ask(
            {"words": words, "phrases": phrases, "text": text}
        )


def expression(phrases: list[str], words: dict[str, list[str]]) -> str:
    """Return the regular expression that says the same as the phrases."""
    whole = "|".join(phrases).replace("(", "(?:")
    whole = whole.replace("** ", "(?:[^ ;:]+ ){0,8}").replace("~", "(?:e|es|s|d|ed|ing|ning|ting)?")
    whole = re.sub(r"(?<!\))\* ", "(?:[^ ]+ ){0,3}", whole)
    return re.sub(r"<(\w+)>", lambda name: f"(?:{expression(words[name[1]], words)})", whole)


@cache
def _compiled(phrases: tuple[str, ...], words: str) -> re.Pattern[str]:
    inner = expression(list(phrases), json.loads(words))
    return re.compile(rf"(?<![\w'-])(?:{inner})(?![\w-])", re.ASCII)


def expected(phrases: list[str], text: str, words: dict[str, list[str]] = WORDS) -> Spans:
    """Return the places that the regular expression finds."""
    pattern = _compiled(tuple(phrases), json.dumps(words))
    return [list(match.span()) for match in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["offers?"], "offer offers offered off-offer offer-", ["offer", "offers"]),
        (["(a |b )?c"], "a c, c", ["a c", "c"]),
        (["mov~ on"], "move on moved on moving on mover on", ["move on", "moved on", "moving on"]),
        (["not * sure"], "not at all so sure", ["not at all so sure"]),
        (["not * sure"], "not at all so very sure", []),
        (["not ** sure"], "not at all so very sure", ["not at all so very sure"]),
        (["not ** sure"], "not at all; sure", []),
        (["<what> ?b"], "was just not a b, nothing b", ["was just not a b", "nothing b"]),
        (["(so )*well"], "so so well well", ["so so well", "well"]),
        (["best|best wishes"], "best wishes", ["best"]),
        (["best", "wishes"], "best wishes", ["best", "wishes"]),
        (["don'?t"], "don't dont 'dont", ["don't", "dont"]),
    ],
)
def test_phrases_find_what_is_said_of_them(
    phrases: list[str], text: str, found: list[str], find: Find
) -> None:
    assert [text[start:end] for start, end in find(phrases, text)] == found
    assert find(phrases, text) == expected(phrases, text)


PHRASES = st.lists(
    st.lists(
        st.sampled_from(
            "a |b |ab|a-b|(a@ab )|(a @b )?|(a )*b |b?a |a~ |<not> |<what> |a * |b ** ".split("|")
        ),
        min_size=1,
        max_size=4,
    ).map(lambda parts: "a" + "".join(parts).replace("@", "|").rstrip("* ")),
    min_size=1,
    max_size=4,
)
TEXTS = st.lists(
    st.sampled_from(["a", "b", "ab", "aed", "is", "not", "cannot", " ", " ", "-", "'", ";"]),
    max_size=30,
).map("".join)


@given(phrases=PHRASES, text=TEXTS)
def test_phrases_find_what_an_expression_finds(phrases: list[str], text: str, find: Find) -> None:
    assert find(phrases, text) == expected(phrases, text)


def _sets(data: dict[str, Any]) -> Iterator[list[str]]:
    yield from (tier["phrases"] for tier in data["tiers"])
    for name in ("guards", "signals", "stages", "leads"):
        yield from data[name].values()
    yield from (data["context"], data["footer"])


def test_the_phrases_of_the_data_file_do_too(find: Find) -> None:
    data = json.loads(DATA.read_bytes())
    texts = [" ".join(message.text.lower().split()) for message in read_messages("more.txt")]
    text = " ".join(texts[::8])
    for phrases in _sets(data):
        assert [phrase for phrase in phrases if not re.match(r"[a-z(<]", phrase)] == []
        assert find(phrases, text, data["words"]) == expected(phrases, text, data["words"])

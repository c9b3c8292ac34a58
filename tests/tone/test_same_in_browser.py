"""The search in Python and the one in the browser give the same answers."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from guidekit.content.tone import find_tone
from tests.tone.node import BrowserSide, as_browser_counts
from tests.tone.phrases import DOCS, our_phrases, words_of
from tests.tone.sentences import read_sentences

SEPARATORS = [" ", "\n", "\r\n\r\n", "\t", "\u00a0", "\u2028", "\u0085", "\x1f", "\ufeff", ". ", ""]
ODD = ["\u2019", "`", "\u017f", "\u212a", "\u0130", "\u00e9", "\U0001f642", "\ud83d", "_", "-", "0"]


def test_on_every_sentence(browser_side: BrowserSide) -> None:
    for name in ("sentences.tsv", "held-out.tsv"):
        for sentence in read_sentences(name):
            _assert_same(sentence.text, browser_side)


def test_on_all_sentences_in_one_text(browser_side: BrowserSide) -> None:
    text = "\n\n".join(sentence.text for sentence in read_sentences("sentences.tsv"))
    assert len(find_tone(text, our_phrases())) > 200
    _assert_same(text, browser_side)


def test_on_every_page(browser_side: BrowserSide) -> None:
    for page in DOCS.rglob("*.md"):
        _assert_same(page.read_text(encoding="utf-8"), browser_side)


def test_with_every_space_mark_and_invisible_character(browser_side: BrowserSide) -> None:
    characters = map(chr, range(sys.maxunicode + 1))
    marks = [c for c in characters if unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cc", "Cf"}]
    quotes = [chr(code) for code in range(0x2000) if unicodedata.category(chr(code)) == "Sk"]
    quotes += list("\"'\u02bc\u2018\u2019\u201b\u2032\uff07")
    text = "".join(f"your{mark}loss. " for mark in marks)
    text += "".join(f"I don{quote}t understand why. " for quote in quotes)
    _assert_same(text, browser_side)


@given(text=st.text(st.characters(exclude_categories=())))
def test_on_any_text(text: str, browser_side: BrowserSide) -> None:
    _assert_same(text, browser_side)


@st.composite
def _dressed_up(draw: st.DrawFn) -> str:
    """Return words that a phrase describes, in other letters and with other spaces."""
    words = draw(st.sampled_from(our_phrases()).flatmap(words_of))
    change_case = draw(st.sampled_from([str, str.upper, str.title]))
    space = draw(st.sampled_from([" ", "  ", "\n", "\u2009", "\u3000\t"]))
    return change_case(words).replace(" ", space).replace("'", draw(st.sampled_from("'\u2019`")))


PIECES = st.one_of(_dressed_up(), st.sampled_from(ODD), st.sampled_from(SEPARATORS))


@given(pieces=st.lists(PIECES, max_size=12))
def test_on_text_made_of_phrases(pieces: list[str], browser_side: BrowserSide) -> None:
    _assert_same("".join(pieces), browser_side)


def _assert_same(text: str, browser_side: BrowserSide) -> None:
    assert browser_side.find(text) == as_browser_counts(text, find_tone(text, our_phrases()))

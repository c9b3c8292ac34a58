"""How well the phrases of tone.json tell words to think about from words that are fine.

sentences.tsv shaped the phrases: it grows with them, and shows that nothing was lost. held-out.tsv
was written after the phrases and never used to change them: it says what to expect of words that
nobody thought of. When a phrase has been changed to find one of its sentences, move that file's
sentences over to the other one and write new ones.
"""

from collections.abc import Callable
from typing import get_args

import pytest

from guidekit.content.schema import TonePhrase
from guidekit.content.site import load_site
from guidekit.content.tone import find_tone
from guidekit.rules import tone
from tests.tone.phrases import DOCS, our_phrases
from tests.tone.sentences import FINE, read_sentences

LEAST_PRECISION = 0.95
LEAST_RECALL = 0.8
FILES = {"sentences.tsv": 120, "held-out.tsv": 60}  # and how many sentences there are at least
KINDS = set(get_args(TonePhrase.model_fields["kind"].annotation))


@pytest.mark.parametrize("name", FILES)
def test_most_words_to_think_about_are_found_and_hardly_any_others(
    name: str, show: Callable[[str], None]
) -> None:
    sentences = read_sentences(name)
    found = {sentence: find_tone(sentence.text, our_phrases()) for sentence in sentences}
    flagged = [sentence for sentence in sentences if found[sentence]]
    wanted = [sentence for sentence in sentences if sentence.label != FINE]
    right = [sentence for sentence in flagged if sentence.label != FINE]
    of_kind = [
        sentence
        for sentence in right
        if sentence.label in {match.phrase.kind for match in found[sentence]}
    ]
    precision, recall = len(right) / len(flagged), len(right) / len(wanted)
    show(
        f"Tone check on {name}: {len(sentences)} sentences, precision {precision:.3f}, "
        f"recall {recall:.3f}, of the right kind {len(of_kind) / len(right):.3f}"
    )
    assert precision >= LEAST_PRECISION, [s.text for s in flagged if s.label == FINE]
    assert recall >= LEAST_RECALL, [s.text for s in wanted if s not in flagged]


@pytest.mark.parametrize(("name", "least"), FILES.items())
def test_there_are_enough_sentences_of_both_sorts(name: str, least: int) -> None:
    sentences = read_sentences(name)
    fine = [sentence for sentence in sentences if sentence.label == FINE]
    assert len(sentences) >= least
    assert len(set(sentences)) == len(sentences)
    assert 0.4 <= len(fine) / len(sentences) <= 0.6
    assert {sentence.label for sentence in sentences} == KINDS | {FINE}


def test_no_sentence_is_in_both_files() -> None:
    one, other = ({sentence.text for sentence in read_sentences(name)} for name in FILES)
    assert not one & other


def test_our_own_emails_hold_none_of_the_phrases() -> None:
    site = load_site(DOCS, "docs")
    assert any(document.body.emails for document in site.documents.values())
    assert list(tone.check(site)) == []


def test_no_better_wording_holds_one_of_the_phrases() -> None:
    for phrase in our_phrases():
        quoted = " ".join(phrase.better.split('"')[1::2])
        assert find_tone(quoted, our_phrases()) == [], phrase.id


def test_every_kind_has_phrases() -> None:
    assert {phrase.kind for phrase in our_phrases()} == KINDS

"""The reading grade: the formula by hand, and the syllables against a pronouncing dictionary."""

from pathlib import Path

import pytest

from guidekit.content.readability import count_syllables, count_text, plain_text
from tests.support.sites import check, page

# The dictionary is Carnegie Mellon's (BSD licence); a word may be said in several ways.
TABLE = Path(__file__).with_name("syllables.tsv").read_text().splitlines()[1:]
WORDS = [line.split("\t") for line in TABLE]


def test_syllables_agree_with_the_dictionary() -> None:
    total = sum(int(times) for _, times, _ in WORDS)
    right = sum(
        int(times)
        for word, times, counts in WORDS
        if count_syllables(word) in map(int, counts.split(","))
    )
    assert right / total > 0.98


def test_errors_in_both_directions_cancel_out() -> None:
    ours = sum(int(times) * count_syllables(word) for word, times, _ in WORDS)
    said = sum(int(times) * int(counts.split(",")[0]) for _, times, counts in WORDS)
    # One in a hundred moves the grade of a page by less than 0.2.
    assert abs(ours - said) / said < 0.01


HEARD = {
    "table": 2,
    "made": 1,
    "liked": 1,
    "wanted": 2,
    "houses": 2,
    "moves": 1,
    "i": 1,
    "don't": 1,
    "résumé": 3,
    "organisation": 5,
    "12": 1,
}


@pytest.mark.parametrize("word", HEARD)
def test_syllables_of_a_word(word: str) -> None:
    assert count_syllables(word) == HEARD[word]


def test_grade_is_the_formula_of_flesch_and_kincaid() -> None:
    counts = count_text(["The cat sat on the mat.", "It was happy."])
    assert (counts.words, counts.sentences, counts.syllables) == (9, 2, 10)
    assert counts.grade == pytest.approx(0.39 * 4.5 + 11.8 * 10 / 9 - 15.59)


def test_text_without_words_has_no_grade() -> None:
    assert count_text(["", "...", "-"]).grade == 0


def test_markup_is_not_read() -> None:
    text = "- **Read** [the list](../checklists/first.md), `now`. [@known2020]"
    assert plain_text(text) == "Read the list, now."


def test_the_hardest_sentences_are_named_with_their_lines(tmp_path: Path) -> None:
    hard = (
        "Organisational considerations occasionally necessitate unanticipated reconsideration "
        "of previously communicated recruitment determinations."
    )
    body = "You may be upset. That is fine.\n\n" + f"{hard}\n" * 6
    found = check(tmp_path, {"guides/x.md": page(body, next="[checklists/first.md]")})
    assert [(p.code, p.span.line) for p in found] == [("READ101", 11)]
    assert found[0].help.startswith("split these, or say them in shorter words: line 11: “Organis")
    assert "line 12" in found[0].help

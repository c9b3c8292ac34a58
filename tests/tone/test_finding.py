"""What a pattern matches, where, and how long that takes."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from guidekit.content.tone import compile_phrase, find_tone, phrases_in
from tests.support.sites import check, email_page
from tests.tone.phrases import a_phrase, our_phrases, words_of


def _found(text: str, *patterns: str) -> list[str]:
    matches = find_tone(text, [a_phrase(pattern) for pattern in patterns])
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Please reconsider.", "Please reconsider"),
        ("PLEASE RECONSIDER", "PLEASE RECONSIDER"),
        ("please\n\u00a0 \u2003reconsider", "please\n\u00a0 \u2003reconsider"),
        ("So, please kindly reconsider it", "please kindly reconsider"),
        ("Would you please, if you can, reconsider?", "please, if you can, reconsider"),
    ],
)
def test_case_white_space_and_a_few_words_do_not_hide_a_phrase(text: str, words: str) -> None:
    assert _found(text, "please,? * reconsider") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "displease reconsider",
        "please reconsidering",
        "please. Reconsider",
        "please do not have to ever reconsider",
        "plea\u017fe reconsider",  # a long s is no s
        "please reconsider_",
    ],
)
def test_only_whole_words_of_one_sentence_match(text: str) -> None:
    assert _found(text, "please,? * reconsider") == []


@pytest.mark.parametrize("apostrophe", list("'\u2018\u2019\u02bc`\u00b4"))
def test_any_apostrophe_will_do(apostrophe: str) -> None:
    assert _found(f"I don{apostrophe}t see", "don't see") == [f"don{apostrophe}t see"]


def test_words_of_letters_beyond_the_latin_ones_count_as_text_between() -> None:
    text = "\U0001f642 Привет, please reconsider. Ы"
    assert _found(text, "please reconsider") == ["please reconsider"]


def test_phrase_inside_another_is_reported_once() -> None:
    text = "I really need this job."
    assert _found(text, "need this", "really need this job", "need this job") == [
        "really need this job"
    ]


def test_of_two_that_begin_together_the_longer_stays() -> None:
    assert _found("need this job now", "need this", "need this job") == ["need this job"]
    assert _found("need this job now", "need this job", "need this") == ["need this job"]


def test_phrases_side_by_side_are_all_reported_in_order() -> None:
    text = "your loss. please, please reconsider"
    assert _found(text, "reconsider", "your loss", "please") == [
        "your loss",
        "please",
        "please",
        "reconsider",
    ]


def test_lines_of_a_pattern_are_phrases_and_indented_lines_go_on() -> None:
    pattern = "(one\n  |two) apples\nthree pears\n"
    assert _found("two apples, three pears", pattern) == ["two apples", "three pears"]


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "(a)?",
        "Please",
        "a+",
        "a*",
        "*a",
        "* ",
        "a [b]",
        "a.b",
        "a{2}",
        "(?:a)",
        "(a",
        "a)",
        "a???",
        "|a",
        "\\ba",
        "a\u00e9",
        " a",
        "a ",
        pytest.param("(" * 5000 + "a" + ")" * 5000, id="deep"),
    ],
)
def test_pattern_that_could_mean_something_else_elsewhere_is_refused(pattern: str) -> None:
    with pytest.raises(ValidationError):
        a_phrase(pattern)


def test_broken_pattern_is_reported_where_it_stands(tmp_path: Path) -> None:
    entry = '{"id": "odd", "kind": "blame", "pattern": ["a+"], "better": "Leave it out."}'
    problem, *others = check(tmp_path, {"_data/tone.json": f'{{"phrases": [\n{entry}\n]}}\n'})
    assert (problem.span.line, problem.span.column, others) == (2, 43, [])
    assert problem.message == (
        "`pattern`: not a pattern: only a-z, 0-9, spaces, ' , - ( | ) ? "
        "and * before a word are allowed"
    )


def test_rule_names_the_words_and_their_place(tmp_path: Path) -> None:
    email = "Subject: Thanks\n\nHello,\n\nSo please\nkindly reconsider.\n"
    (problem,) = check(tmp_path, {"emails/example.md": email_page(email)})
    assert (problem.code, problem.name) == ("MAIL114", "tone")
    assert problem.message == "`please kindly reconsider` sounds like begging"
    assert problem.help.startswith("Keep the door open")
    assert (problem.span.line, problem.span.column) == (14, 4)


@given(st.data())
def test_every_phrase_is_found_in_the_words_it_describes(data: st.DataObject) -> None:
    phrase = data.draw(st.sampled_from(our_phrases()))
    words = data.draw(words_of(phrase))
    starts = [match.start for match in find_tone(words, [phrase])]
    assert starts[:1] in ([0], [1])


PIECES = st.one_of(st.text(), st.sampled_from(our_phrases()).flatmap(words_of))


@given(st.lists(PIECES, max_size=8), st.sampled_from(["", " ", "\u00e9", "_", "'"]))
def test_one_look_for_all_phrases_tells_what_a_look_for_each_does(
    pieces: list[str], between: str
) -> None:
    text = between.join(pieces).lower()
    each_alone = [each.id for each in our_phrases() if compile_phrase(each).search(text)]
    assert [each.id for each in phrases_in(text, our_phrases())] == each_alone


NEAR_MATCHES = ("i ", "i   ", "a b ", "you have ", "i do not ", "spent so ", "the only one that ")


@pytest.mark.parametrize("near", NEAR_MATCHES)
def test_time_grows_no_faster_than_a_text_of_near_matches(near: str) -> None:
    short, long = (near * (length // len(near)) for length in (10_000, 100_000))
    in_proportion = 10 * min(_seconds(short) for _ in range(3))
    assert _seconds(long) < 4 * in_proportion


@pytest.mark.parametrize("before", ["", "i", "you ", "i do not ", "after all the work "])
@pytest.mark.parametrize("one", [" ", "a", "-", "'"])
def test_one_long_word_or_gap_takes_no_time(before: str, one: str) -> None:
    assert _seconds(before + one * 100_000 + " need") < 2


def _seconds(text: str) -> float:
    """Return how long the search keeps the processor busy, whatever else the machine does."""
    begin = time.process_time()
    find_tone(text, our_phrases())
    return time.process_time() - begin

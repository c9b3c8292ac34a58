"""Whatever is pasted is text, comes back in bounds, and takes no more time than its length asks."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.decode.messages import read_messages

Report = Callable[[str], dict[str, Any]]
TimedReport = Callable[[str], tuple[dict[str, Any], float]]

REJECTION = (
    "Dear Sam,\n\nThank you for applying for the Night Porter position at Clifftop Hotel. "
    "Unfortunately you were not selected.\n\nKind regards\nDebbie Lane"
)
# What phrases and names begin with, so that a search sets out from every word and never arrives.
NEAR = (
    "not ",
    "we will not be able to ",
    "unable to ",
    "decided to ",
    "if you are not ",
    "position ",
    "the position of ",
    "interest in ",
    "Interest In The ",
    "A ",
    "Aa, ",
    "A-",
    "(",
    "((A ",
    "of the ",
    "' ",
    '"',
    ".",
    ". ",
    "\n",
    ">\n",
    "Dear ",
    "regards\n",
    "@a.",
    "1",
    "R-1",
    "a",
    " ",
    "\u00a0",
    "a\u0301",
    "job role post gig ",
    "Lead Lead ",
    "with another ",
)


@pytest.mark.parametrize("near", NEAR)
def test_long_near_matches_take_time_in_proportion(near: str, timed_report: TimedReport) -> None:
    short, long = ((near * 20_000)[:length] for length in (10_000, 40_000))
    timed_report(short)
    fair = 4 * min(timed_report(short)[1] for _ in range(3))
    assert timed_report(long)[1] < 4 * fair + 200


@pytest.mark.parametrize("near", ["not ", "A ", "\n", "<b>not", "\u202e", "\U0001f642"])
def test_a_megabyte_is_read_in_a_moment(near: str, timed_report: TimedReport) -> None:
    answer, milliseconds = timed_report(near * (1_000_000 // len(near)))
    assert answer["kind"] == "other"
    assert milliseconds < 5_000


def test_invisible_characters_do_not_hide_what_is_said(report: Report) -> None:
    odd = REJECTION.replace("not sel", "not\u00a0\u200b\u2009 sel").replace("Night", "Ni\u00adght")
    odd = odd.replace("Debbie", "\u202dDebbie\u202c").replace("Hotel", "Ho\u0000tel")
    assert report(odd) == report(REJECTION)


def test_curly_quotes_dashes_and_line_ends_make_no_difference(report: Report) -> None:
    plain = REJECTION.replace("you were not", "you haven't been")
    for odd in (
        plain.replace("'", "\u2019"),
        plain.replace("\n", "\r\n"),
        plain.replace("\n", "\r"),
    ):
        assert report(odd) == report(plain)


def test_markup_is_text(report: Report) -> None:
    answer = report(REJECTION.replace("Clifftop Hotel", "<img src=x onerror=alert(1)> Clifftop"))
    assert answer["kind"] == "rejection"


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\ud83d", "\x00", "a", "\u202e\u202e", "."])
def test_nothing_is_found_in_nothing(text: str, report: Report) -> None:
    answer = report(text)
    assert answer["kind"] == "other"
    assert answer["company"] is answer["role"] is answer["stage"] is None
    assert answer["signals"] == []


PIECES = st.one_of(
    st.sampled_from([message.text for message in read_messages("rejections.txt")]),
    st.sampled_from([*NEAR, "\u202e", "\ud83d", "\x00", "\ufeff", "<script>", "Re: ", "From: "]),
    st.text(st.characters(exclude_categories=()), max_size=20),
)


@settings(max_examples=60)
@given(pieces=st.lists(PIECES, max_size=6))
def test_names_are_words_of_the_text(pieces: list[str], report: Report) -> None:
    text = "".join(pieces)
    answer = report(text)
    for name in ("company", "role", "recruiter", "candidate"):
        found = answer[name]
        assert found is None or found.strip() == found != ""

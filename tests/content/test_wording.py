"""The file of how messages are worded: what is wrong in it is told, where, and what to do."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidekit.content.phrases import fault_in
from tests.decode.test_phrases import PHRASES
from tests.support.sites import check, wording

FILE = "docs/_data/decode.en.json"
NAMES = {"not": ["not"], "what": ["<not> (a|an)"]}


def _found(root: Path, **parts: Any) -> list[str]:
    text = json.dumps({**wording(), **parts}, indent=1)
    lines = [line.strip() for line in text.splitlines()]
    return [
        f"{lines[found.span.line - 1]}  {found.code} {found.message} | {found.help}"
        for found in check(root, {"_data/decode.en.json": text})
        if found.span.path == FILE
    ]


def test_the_file_of_the_site_is_clean(tmp_path: Path) -> None:
    assert _found(tmp_path) == []


def test_unknown_signal_is_told(tmp_path: Path) -> None:
    signals = {**wording()["signals"], "keep_on_fil": ["keep"]}
    assert _found(tmp_path, signals=signals) == [
        '"keep_on_fil": [  META103 `signals.keep_on_fil` is not a known key'
        " | did you mean `keep_on_file`?"
    ]


def test_missing_part_is_told(tmp_path: Path) -> None:
    lists = wording()["lists"]
    del lists["team"]
    (found,) = _found(tmp_path, lists=lists)
    assert "META104 `lists.team` is missing | add a line `team: ...`" in found


def test_unknown_kind_and_signal_of_a_tier_are_told(tmp_path: Path) -> None:
    tier = {"tier": "plain", "kind": "rejektion", "weight": 0, "signal": "deadlin", "phrases": "no"}
    found = _found(tmp_path, tiers=[tier])
    assert [line.partition("  ")[0] for line in found] == [
        '"kind": "rejektion",',
        '"weight": 0,',
        '"signal": "deadlin",',
    ]
    assert found[0].endswith("| did you mean `rejection`?")
    assert found[2].endswith("| did you mean `deadline`?")


def test_names_that_lead_back_are_told(tmp_path: Path) -> None:
    words = {**wording()["words"], "one": ["a <two>"], "two": ["<one> b"], "three": ["<one>"]}
    (found,) = _found(tmp_path, words=words)
    assert "DATA103 the phrases of `one` lead back to it" in found


def test_list_with_spaces_too_many_is_told(tmp_path: Path) -> None:
    (found,) = _found(tmp_path, lists={**wording()["lists"], "team": "a  b"})
    assert found.endswith("| write words with one space between them")


def test_what_is_no_json_is_told(tmp_path: Path) -> None:
    (found,) = check(tmp_path, {"_data/decode.en.json": '{"about": ['})
    assert (found.code, found.span.path) == ("META101", FILE)


@pytest.mark.parametrize("text", ["[]", "3", '{"words": []}', '{"tiers": [1], "words": {"a": 1}}'])
def test_any_other_form_is_told(text: str, tmp_path: Path) -> None:
    assert check(tmp_path, {"_data/decode.en.json": text})


FAULTS = {
    "(a|b": (0, "write the `)`"),
    "a|b)": (3, "remove it, or write the `(`"),
    "a (|b)": (2, "write at least one word in the brackets"),
    "a||b": (1, "write at least one word in the brackets"),
    "Not": (0, "write small letters only"),
    "not  sure": (0, "write words, one space apart"),
    "* sure": (0, "begin with a word"),
    "not* sure": (3, "`*` stands behind a group"),
    "<not>? sure": (5, "`?` stands behind a letter or a group"),
    "a ~": (2, "`~` stands behind the letters of a verb"),
    "<nut> a": (0, "did you mean `not`?"),
    "<not a": (0, "write the name of a group"),
    "a\\b": (1, "write letters, digits, and the signs that `about`"),
    "a [b]": (2, "write letters, digits, and the signs that `about`"),
    "": (0, "write words, one space apart"),
}


@pytest.mark.parametrize(("phrase", "fault"), FAULTS.items(), ids=FAULTS)
def test_fault_of_a_phrase_is_told_at_its_place(phrase: str, fault: tuple[int, str]) -> None:
    found = fault_in(phrase, NAMES)
    assert found is not None
    assert found.at == fault[0]
    assert found.help.startswith(fault[1])


@given(PHRASES)
def test_phrases_that_can_be_read_have_no_fault(phrases: list[str]) -> None:
    assert [fault_in(phrase.strip(), NAMES) for phrase in phrases] == [None] * len(phrases)


@given(st.text("ab (|)?*~<>not-'", max_size=30) | st.text())
def test_any_phrase_is_judged(phrase: str) -> None:
    fault = fault_in(phrase, NAMES)
    assert fault is None or 0 <= fault.at <= len(phrase)

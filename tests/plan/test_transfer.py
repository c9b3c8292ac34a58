"""The file of everything: out and in again is the same, and no file does harm."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.support.javascript import Javascript

ROOT = Path(__file__).parents[2]
SCHEMA = Draft202012Validator(
    json.loads((ROOT / "overrides/assets/plan-file.schema.json").read_text())
)
NOW = 1_795_420_800_000
EXPORTED = {"Date": "2026-11-23T10:00:00Z"}
often = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])

texts = st.text(st.characters(codec="utf-8"), max_size=20)
names = st.one_of(st.sampled_from(["a", "7", "__proto__", "constructor", "", "ü"]), texts)
days = st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat()))
items = st.fixed_dictionaries(
    {
        "pile": st.sampled_from(["change", "aside"]),
        "text": texts,
        "when": texts,
        "action": texts,
        "day": days,
        "time": st.sampled_from(["", "00:00", "19:30"]),
        "weekly": st.booleans(),
    },
    optional={
        "from": st.fixed_dictionaries({"page": texts, "interview": texts, "question": texts})
    },
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "checklist": st.booleans(),
    "answers": texts,
    "interviews": st.fixed_dictionaries({"company": texts, "role": texts, "date": days}),
    "chosen": texts,
    "plan": items,
    "done": st.booleans(),
    "details": texts,
    "email": texts,
    "draft": st.fixed_dictionaries(dict.fromkeys(("title", "version", "subject", "body"), texts)),
}


def record(values: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    entry = st.fixed_dictionaries({"at": st.integers(0, NOW)}, optional={"value": values})
    return st.dictionaries(names, entry, max_size=4).map(_as_the_browser_writes_it)


def _as_the_browser_writes_it(entries: dict[str, Any]) -> str:
    # Value before time, and names that are numbers first, as JavaScript has them.
    ordered = sorted(entries.items(), key=lambda one: (not one[0].isdecimal(), 0))
    parts = {
        name: {key: entry[key] for key in ("value", "at") if key in entry}
        for name, entry in ordered
    }
    return json.dumps({"schema": 1, "entries": parts}, ensure_ascii=False, separators=(",", ":"))


records = st.one_of(
    [
        st.tuples(st.sampled_from([f"{kind}:site", f"{kind}:checklists/a/"]), record(values))
        for kind, values in VALUES.items()
    ]
)
others = st.tuples(
    st.sampled_from(["theme:scheme", "aside:17:plan:site", "plan:odd", "done:new", "later:x"]),
    st.one_of(texts, st.just('{"schema": 2, "entries": {}}'), st.just('"dark"')),
)
everything = st.lists(st.one_of(records, others), max_size=6).map(dict)


def as_map(stored: dict[str, str]) -> dict[str, Any]:
    return {"Map": list(stored.items())}


def export(node: Javascript, stored: dict[str, str]) -> str:
    return node.call("plan/transfer", "formatExport", as_map(stored), EXPORTED)


def take_in(node: Javascript, text: str, stored: dict[str, str]) -> tuple[dict[str, str], Any]:
    """Return what is kept after importing a file, and the counts of what changed."""
    contents = node.call("plan/transfer", "readExport", text, NOW)
    assert isinstance(contents, dict), contents
    changes = node.call("plan/transfer", "planImport", contents, as_map(stored))
    writes = changes.pop("writes")["Map"]
    return {**stored, **dict(map(tuple, writes))}, changes


@often
@given(everything)
def test_export_erase_import_is_the_identity(node: Javascript, stored: dict[str, str]) -> None:
    text = export(node, stored)
    back, counts = take_in(node, text, {})
    assert back == stored
    assert counts["unsound"] == 0
    # And a second time nothing happens.
    again, counts = take_in(node, text, back)
    assert again == stored
    assert counts == {"added": 0, "changed": 0, "kept": 0, "unsound": 0}


@often
@given(everything)
def test_what_is_exported_fits_the_schema(node: Javascript, stored: dict[str, str]) -> None:
    SCHEMA.validate(json.loads(export(node, stored)))


@often
@given(everything, everything)
def test_an_import_loses_nothing_that_is_newer_here(
    node: Javascript, here: dict[str, str], there: dict[str, str]
) -> None:
    back, _ = take_in(node, export(node, there), here)
    assert back.keys() == here.keys() | there.keys()
    for key, text in here.items():
        try:
            old, new = json.loads(text)["entries"], json.loads(back[key])["entries"]
        except (ValueError, TypeError, KeyError):
            assert back[key] == text, "what cannot be read is not touched"
            continue
        for name, entry in old.items():
            assert new[name]["at"] >= entry["at"]


UNREADABLE = {
    "nothing": ("", "empty"),
    "blanks": (" \n", "empty"),
    "half a file": ('{"format": "bounce-back", "version": 1, "rec', "not_json"),
    "deeper than a reader goes": ("[" * 100_000, "not_json"),
    "a picture": ("\x89PNG\r\n\x1a\n", "not_json"),
    "null": ("null", "not_ours"),
    "a million items": ("[" + "0," * 999_999 + "0]", "not_ours"),
    "another program's": ('{"format": "other", "version": 1, "records": {}}', "not_ours"),
    "no version": ('{"format": "bounce-back", "records": {}}', "not_ours"),
    "newer": ('{"format": "bounce-back", "version": 2, "records": []}', "newer"),
    "a list of records": ('{"format": "bounce-back", "version": 1, "records": []}', "not_ours"),
}


@pytest.mark.parametrize(("text", "fault"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_such_file_is_told_apart(node: Javascript, text: str, fault: str) -> None:
    assert node.call("plan/transfer", "readExport", text, NOW) == fault


def file(records: Any, **more: Any) -> str:
    return json.dumps({"format": "bounce-back", "version": 1, "records": records, **more})


def test_more_than_anybody_writes_is_refused(node: Javascript) -> None:
    entries = {f"a{number}": {"value": True, "at": 1} for number in range(6000)}
    text = file({"done:site": {"schema": 1, "entries": entries}})
    assert node.call("plan/transfer", "readExport", text, NOW) == "too_many"


UNSOUND: dict[str, Any] = {
    "a list": [],
    "words": "yes",
    "no entries": {"schema": 1},
    "a newer schema": {"schema": 2, "entries": {}},
    "a wrong type": {"schema": 1, "entries": {"a": {"value": "yes", "at": 1}}},
    "markup for a tick": {"schema": 1, "entries": {"a": {"value": "<img onerror=x>", "at": 1}}},
    "a time to come": {"schema": 1, "entries": {"a": {"value": True, "at": 8.64e15}}},
    "no time": {"schema": 1, "entries": {"a": {"value": True}}},
}


@pytest.mark.parametrize("part", UNSOUND.values(), ids=UNSOUND)
def test_what_is_unsound_is_left_out_and_counted(node: Javascript, part: Any) -> None:
    sound = {"schema": 1, "entries": {"b": {"value": True, "at": 1}}}
    text = file({"done:site": part, "checklist:a/": sound})
    back, counts = take_in(node, text, {})
    assert counts["unsound"] == 1
    assert json.loads(back.pop("checklist:a/")) == sound
    assert back in ({}, {"done:site": '{"schema":1,"entries":{}}'})


def test_names_that_every_object_has_do_no_harm(node: Javascript) -> None:
    hostile = (
        '{"format": "bounce-back", "version": 1, "__proto__": {"polluted": 1}, "records": {'
        '"__proto__": {"schema": 1, "entries": {}},'
        '"done:site": {"schema": 1, "entries": {"__proto__": {"value": true, "at": 1}}}}}'
    )
    back, counts = take_in(node, hostile, {})
    assert counts["unsound"] == 1
    assert back == {"done:site": '{"schema":1,"entries":{"__proto__":{"value":true,"at":1}}}'}

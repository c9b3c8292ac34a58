"""The pure part of storage, on any input: nothing is lost, and the order does not matter."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from site_under_test import Site

READ = """(raw) => {
    const { verdict, entries } = record.parseRecord(raw, (value) => typeof value === "boolean");
    return [verdict, [...entries.keys()]];
}"""
MERGE = """([one, two, three]) => {
    const { parseRecord, formatRecord, mergeEntries } = record;
    const read = (raw) => parseRecord(raw, () => true).entries;
    const sorted = (entries) => formatRecord(new Map([...entries].sort()));
    const [a, b, c] = [one, two, three].map(read);
    return [
        sorted(mergeEntries(a, mergeEntries(b, c))),
        sorted(mergeEntries(mergeEntries(c, a), b)),
        sorted(mergeEntries(mergeEntries(b, a), mergeEntries(c, a))),
    ];
}"""

UNREADABLE = {
    "nothing": "",
    "half of it": '{"schema": 1, "entries": {"a": ',
    "null": "null",
    "a number": "1",
    "a list": "[]",
    "no schema": '{"entries": {}}',
    "a schema in words": '{"schema": "one", "entries": {}}',
    "schema nought": '{"schema": 0, "entries": {}}',
    "entries in a list": '{"schema": 1, "entries": []}',
    "no entries": '{"schema": 1}',
    "deeper than a reader goes": "[" * 100_000,
}
UNSOUND = [
    None,
    True,
    [],
    {"value": True},
    {"value": True, "at": -1},
    {"value": True, "at": 0.5},
    {"value": True, "at": "1"},
    {"value": True, "at": 1e300},
    {"value": "yes", "at": 1},
    {"value": None, "at": 1},
    {"value": {"__proto__": True}, "at": 1},
]


@pytest.fixture
def record_page(page: Page, site: Site) -> Page:
    page.goto("404.html")
    module = site.module("lib/record")
    page.evaluate("async (module) => { window.record = await import(module); }", module)
    return page


def test_an_unreadable_record_is_damaged_and_empty(record_page: Page) -> None:
    verdicts = {name: record_page.evaluate(READ, raw) for name, raw in UNREADABLE.items()}
    assert verdicts == {name: ["damaged", []] for name in UNREADABLE}


def test_of_a_damaged_record_the_sound_entries_are_read(record_page: Page) -> None:
    for unsound in UNSOUND:
        entries = {"good": {"value": True, "at": 1}, "gone": {"at": 2}, "bad": unsound}
        raw = json.dumps({"schema": 1, "entries": entries})
        assert record_page.evaluate(READ, raw) == ["damaged", ["good", "gone"]], unsound


def test_names_that_every_object_has_are_only_names(record_page: Page) -> None:
    raw = '{"schema": 1, "entries": {"__proto__": {"value": true, "at": 1}, "toString": {"at": 1}}}'
    assert record_page.evaluate(READ, raw) == ["good", ["__proto__", "toString"]]


def test_a_newer_record_is_not_read(record_page: Page) -> None:
    assert record_page.evaluate(READ, '{"schema": 2, "entries": {}}') == ["newer", []]
    assert record_page.evaluate(READ, '{"schema": 3}') == ["newer", []]


names = st.sampled_from(["a", "b", "__proto__", "constructor"])
values = st.one_of(st.booleans(), st.text(max_size=5))
entries = st.fixed_dictionaries({"at": st.integers(0, 3)}, optional={"value": values})
records = st.dictionaries(names, entries).map(
    lambda found: json.dumps({"schema": 1, "entries": found})
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.tuples(records, records, records))
def test_any_number_of_tabs_arrive_at_the_same_record(
    record_page: Page, three: tuple[str, str, str]
) -> None:
    merged = [json.loads(raw)["entries"] for raw in record_page.evaluate(MERGE, three)]
    assert merged[0] == merged[1] == merged[2]
    for raw in three:
        entries: dict[str, Any] = json.loads(raw)["entries"]
        for name, entry in entries.items():
            assert merged[0][name]["at"] >= entry["at"], "the newest change wins"

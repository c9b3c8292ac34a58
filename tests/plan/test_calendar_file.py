"""Calendar files, read back by an independent parser, in several time zones."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.support.javascript import Javascript

NOW = {"Date": "2026-11-23T10:00:00Z"}
YEARS = 7
# With summer time in the north, in the south by half an hour, by no fixed rule, and without.
ZONES = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kolkata",
]


@pytest.fixture(params=ZONES, scope="module")
def place(request: pytest.FixtureRequest) -> Iterator[tuple[Javascript, str]]:
    with Javascript(request.param) as there:
        yield there, request.param


def event(**values: Any) -> dict[str, Any]:
    empty = {"uid": "a@b", "title": "go", "text": "", "url": "", "day": "2026-11-24", "time": ""}
    return {**empty, "weekly": False, **values}


def read(node: Javascript, *events: dict[str, Any]) -> tuple[Calendar, str]:
    text = node.call("plan/ics", "icsFile", list(events), NOW)
    return Calendar.from_ical(text), text


def test_a_time_is_that_instant_in_the_readers_zone(place: tuple[Javascript, str]) -> None:
    node, zone = place
    calendar, _ = read(node, event(time="19:00"), event(time="07:30", day="2027-07-01"))
    for found, local in zip(
        calendar.events,
        ((date(2026, 11, 24), time(19)), (date(2027, 7, 1), time(7, 30))),
        strict=True,
    ):
        start = found["DTSTART"].dt
        there = datetime.combine(*local, tzinfo=ZoneInfo(zone))
        assert start.astimezone(UTC) == there.astimezone(UTC)
        assert found["DURATION"].dt == timedelta(minutes=30)


def test_a_weekly_step_stays_at_its_hour_when_summer_time_begins_and_ends(
    place: tuple[Javascript, str],
) -> None:
    node, zone = place
    calendar, _ = read(node, event(time="19:00", weekly=True))
    assert calendar.events[0]["RRULE"].to_ical() == b"FREQ=WEEKLY"
    # From the description in the file alone, as a program does that does not know the zone.
    described = calendar.timezones[0].to_tz(lookup_tzid=False)
    day = date(2026, 11, 24)
    while day.year < 2026 + YEARS:
        moments = [
            datetime.combine(day, time(19), tzinfo=tz).astimezone(UTC)
            for tz in (described, ZoneInfo(zone))
        ]
        assert moments[0] == moments[1], day
        day += timedelta(days=7)


def test_a_rule_is_given_where_there_is_one() -> None:
    with Javascript("Europe/London") as there:
        _, text = read(there, event(time="19:00"))
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in text
    assert "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" in text
    assert "RDATE" not in text


def test_a_day_is_a_day_everywhere_and_comes_to_mind_at_nine(place: tuple[Javascript, str]) -> None:
    node, _ = place
    calendar, text = read(node, event(day="2026-12-31"))
    [found] = calendar.events
    assert found["DTSTART"].dt == date(2026, 12, 31)
    assert found["DTEND"].dt == date(2027, 1, 1)
    assert found.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=9)
    assert "VTIMEZONE" not in text


texts = st.text(st.characters(codec="utf-8"), max_size=200)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=texts, text=texts)
def test_any_words_come_back_as_they_were(node: Javascript, title: str, text: str) -> None:
    calendar, file = read(node, event(title=title, text=text))
    [found] = calendar.events
    clean = [node.call("text", "cleanText", words, True) for words in (title, text)]
    assert [found["SUMMARY"], found.get("DESCRIPTION", "")] == clean
    assert file.endswith("\r\n")
    lines = file.encode().split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is cut


def test_the_file_says_what_a_calendar_needs(node: Javascript) -> None:
    calendar, text = read(node, event(uid="one@host", url="https://bounce-back.example/plan/"))
    [found] = calendar.events
    assert (found["UID"], found["URL"]) == ("one@host", "https://bounce-back.example/plan/")
    assert found["DTSTAMP"].dt == datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert calendar["VERSION"] == "2.0"
    assert calendar.errors == found.errors == []
    assert text.startswith("BEGIN:VCALENDAR\r\n")
